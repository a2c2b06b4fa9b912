package dev.perennial.channel.template.app;

import dev.perennial.channel.domain.Checks;
import java.util.TreeSet;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filter;
import liqp.parser.Flavor;
import org.jspecify.annotations.Nullable;

/** Templates in Liquid. */
public enum Liquid {
  /** What a tag puts out stands as it is: for subjects. */
  TEXT {
    @Override
    String prepared(String source) {
      return source;
    }
  },
  /**
   * What a tag puts out is escaped, so that no trait brings markup along; {@code | raw} as the last
   * filter lets markup through.
   */
  HTML {
    @Override
    String prepared(String source) {
      return SyntaxTree.endWith(source, ESCAPE, RAW);
    }
  };

  static final String RAW = "raw";
  static final String ESCAPE = "escape_for_html";

  private static final int MOST_ITERATIONS = 10_000;
  private static final int LONGEST_RESULT = 1_000_000;

  private static final TemplateParser PARSER =
      new TemplateParser.Builder()
          .withFlavor(Flavor.LIQUID)
          .withErrorMode(TemplateParser.ErrorMode.STRICT)
          .withMaxIterations(MOST_ITERATIONS)
          .withMaxSizeRenderedString(LONGEST_RESULT)
          .withFilter(new Raw())
          .withFilter(new HtmlEscape())
          .build();

  /** Parses a template; fails with {@link LiquidException} when it is none. */
  public Template parse(String source) {
    return PARSER.parse(prepared(source));
  }

  void check(String source, String field, Checks checks) {
    try {
      var unsupported = SyntaxTree.unsupported(source);
      checks.that(unsupported.isEmpty(), field, "has tags that are not supported: " + unsupported);
      var unknown = new TreeSet<>(SyntaxTree.filters(source));
      unknown.removeIf(PARSER.filters.getMap()::containsKey);
      checks.that(unknown.isEmpty(), field, "has filters that do not exist: " + unknown);
      parse(source);
    } catch (LiquidException wrong) {
      checks.that(
          false,
          field,
          "is not valid Liquid at line " + wrong.line + ", column " + wrong.charPositionInLine);
    } catch (RuntimeException wrong) {
      checks.that(false, field, "is not valid Liquid");
    }
  }

  static Template parsed(String source) {
    return PARSER.parse(source);
  }

  abstract String prepared(String source);

  /** Marks output that is markup already. */
  private static final class Raw extends Filter {
    Raw() {
      super(RAW);
    }

    @Override
    public @Nullable Object apply(
        @Nullable Object value, TemplateContext context, Object... parameters) {
      return value;
    }
  }

  private static final class HtmlEscape extends Filter {
    HtmlEscape() {
      super(ESCAPE);
    }

    @Override
    public @Nullable Object apply(
        @Nullable Object value, TemplateContext context, Object... parameters) {
      return switch (value) {
        case null -> null;
        case Number number -> number;
        case Boolean flag -> flag;
        default -> Html.escape(asString(value, context));
      };
    }
  }
}
