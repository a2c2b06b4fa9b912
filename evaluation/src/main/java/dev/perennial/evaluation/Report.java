package dev.perennial.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a section found, as Markdown that reads well on a terminal too. Nothing of it may differ
 * from one run to the next, so no times and no dates of the run.
 *
 * @param title without a number
 * @param parts paragraphs and tables, in order
 * @param checks what had to be reached
 */
public record Report(String title, List<Part> parts, List<Check> checks) {

  /** A piece of the text. */
  public sealed interface Part permits Text, Table {}

  /** One paragraph. */
  public record Text(String markdown) implements Part {}

  /**
   * What had to be reached.
   *
   * @param what a whole sentence that holds, if the check does
   */
  public record Check(String what, boolean holds) {

    String markdown() {
      return "- " + (holds ? "reached" : "**missed**") + ": " + what;
    }
  }

  public Report {
    parts = List.copyOf(parts);
    checks = List.copyOf(checks);
  }

  boolean holds() {
    return checks.stream().allMatch(Check::holds);
  }

  String markdown() {
    var texts =
        parts.stream()
            .map(part ->
                switch (part) {
                  case Text text -> text.markdown();
                  case Table table -> table.markdown();
                });
    var checked = checks.stream().map(Check::markdown).collect(Collectors.joining("\n"));
    return Stream.of(Stream.of("## " + title), texts, Stream.of(checked))
        .flatMap(part -> part)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
