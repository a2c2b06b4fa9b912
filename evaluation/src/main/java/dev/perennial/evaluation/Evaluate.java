package dev.perennial.evaluation;

import dev.perennial.evaluation.basket.BasketSection;
import dev.perennial.evaluation.session.SessionSection;
import dev.perennial.evaluation.together.TogetherSection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the protocols, prints the report and writes it to a file. Ends with 1 when a published
 * figure is not reproduced or a target is missed, with 2 when it could not run.
 */
public final class Evaluate {

  private static final List<Section> SECTIONS =
      List.of(new TogetherSection(), new BasketSection(), new SessionSection());

  private static final String HEAD =
      """
      # Recommendations, measured

      Written by `./perennial evaluate`: published protocols on public data, run through the code \
      that serves. The same run gives the same page. `--split DATE` and `--csv FILE` run sections A \
      and B on another date or on another shop's orders (in the columns of Online Retail), `--only A` \
      runs one section; the page is then printed, and written where `--out FILE` says.
      """;

  private final Options options;
  private final PrintStream out;

  private Evaluate(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** See {@link Options} for the arguments. */
  public static void main(String[] arguments) {
    try {
      System.exit(new Evaluate(Options.of(arguments), System.out).run() ? 0 : 1);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("evaluate: " + e.getMessage());
      System.exit(2);
    }
  }

  private boolean run() throws IOException {
    requireWritable();
    var progress = new Progress(System.err);
    var page = new StringBuilder(HEAD);
    boolean holds = true;
    for (Section section : chosen()) {
      var report = section.run(options, progress);
      out.printf("%n%s%n%n", report.markdown());
      page.append('\n').append(report.markdown()).append('\n');
      holds &= report.holds();
    }
    if (options.out().isPresent()) {
      write(options.out().get(), page.toString());
    }
    return holds;
  }

  private List<Section> chosen() {
    var chosen = SECTIONS.stream().filter(this::isAskedFor).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no section %s; there are %s"
              .formatted(
                  options.only().orElse(""),
                  SECTIONS.stream().map(Section::key).collect(Collectors.joining(", "))));
    }
    if (options.asPublished()) {
      return chosen;
    }
    var split = chosen.stream().filter(Section::splitsByDate).toList();
    if (split.isEmpty()) {
      throw new IllegalArgumentException(
          "section %s knows neither --split nor --csv".formatted(chosen.getFirst().key()));
    }
    return split;
  }

  private boolean isAskedFor(Section section) {
    return options.only().isEmpty() || options.only().get().equalsIgnoreCase(section.key());
  }

  /** Before minutes of work, not after. */
  private void requireWritable() throws IOException {
    var folder = options.out().map(file -> file.toAbsolutePath().getParent());
    if (folder.isPresent() && !Files.isWritable(folder.get())) {
      throw new IOException(
          "--out: %s is no folder that can be written to".formatted(folder.get()));
    }
  }

  private void write(Path file, String page) throws IOException {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new IOException("%s can't be written: %s".formatted(file, e), e);
    }
    out.println("written to " + file);
  }
}
