package dev.perennial.evaluation;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.evaluation.Report.Check;
import dev.perennial.evaluation.Report.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void aReportReadsTheSameOnATerminalAndAsMarkdown() {
    var table =
        new Table(
            List.of("", "HR@10"),
            List.of(List.of("popularity", ".3815"), List.of("ours", Table.figure(0.67694))));
    var report =
        new Report(
            "A. Together", List.of(new Text("On a shop."), table), List.of(new Check("all", true)));
    assertEquals(
        """
        ## A. Together

        On a shop.

        |            | HR@10 |
        |------------|------:|
        | popularity | .3815 |
        | ours       | .6769 |

        - reached: all\
        """,
        report.markdown());
  }

  @Test
  void oneMissedCheckIsAMissedReport() {
    var reached = new Check("one", true);
    var missed = new Check("other", false);
    assertTrue(new Report("A", List.of(), List.of(reached)).holds());
    assertFalse(new Report("A", List.of(), List.of(reached, missed)).holds());
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Table(List.of("a"), List.of(List.of("b", "c"))));
  }

  @Test
  void optionsAreReadFromTheCommandLine() {
    var options = Options.of("--split", "2011-10-10", "--only", "A");
    assertEquals(Optional.of(LocalDate.of(2011, 10, 10)), options.split());
    assertFalse(options.asPublished());
    assertTrue(Options.of().asPublished());
  }

  @Test
  void whatIsWrongWithTheCommandLineIsSaid() {
    assertEquals(
        "--split takes a date such as 2011-11-09, not October", refused("--split", "October"));
    assertEquals("--split needs a value", refused("--only", "A", "--split"));
    assertTrue(refused("--faster").startsWith("--faster is no option; there are --split DATE"));
  }

  @Test
  void whatIsAboveAllOthersIsToldFromWhatIsNot() {
    var text =
        Comparison.of(
            "Ours",
            List.of("HR@10", "MRR@10"),
            List.of(.5, .2),
            Map.of("one", List.of(.4, .1), "other", List.of(.3, .25)));
    assertEquals(
        "Ours is above all others in HR@10 (.5000; the best other, one, .4000). "
            + "Not above in MRR@10 (.2000; the best other, other, .2500).",
        text.markdown());
  }

  private static String refused(String... arguments) {
    return requireNonNull(
        assertThrows(IllegalArgumentException.class, () -> Options.of(arguments)).getMessage());
  }
}
