package dev.perennial.channel.template.app;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.Cycle_tagContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.Include_relative_tagContext;
import liquid.parser.v4.LiquidParser.Include_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;

/** Looks at the syntax tree of a template, as looking for braces in its text would err. */
final class SyntaxTree {

  private SyntaxTree() {}

  /** The template with a last filter added to each output tag, unless that ends with another. */
  static String endWith(String source, String filter, String unless) {
    var outputs =
        nodes(Liquid.parsed(source).getParseTree())
            .flatMap(node -> node instanceof OutputContext output ? Stream.of(output) : Stream.of())
            .toList();
    var result = new StringBuilder(source);
    for (var output : outputs.reversed()) {
      if (!lastFilter(output).equals(unless)) {
        var end = output.OutEnd().getSymbol().getStartIndex();
        result.insert(codeUnits(source, end), " | " + filter + " ");
      }
    }
    return result.toString();
  }

  /**
   * Names of tags that are not for messages: an include would read files, and what cycle puts out
   * passes no filter.
   */
  static Set<String> unsupported(String source) {
    return nodes(Liquid.parsed(source).getParseTree())
        .flatMap(SyntaxTree::unsupportedTag)
        .collect(toCollection(TreeSet::new));
  }

  /** Names of all filters that are used. */
  static Set<String> filters(String source) {
    return nodes(Liquid.parsed(source).getParseTree())
        .flatMap(
            node -> node instanceof FilterContext f ? Stream.of(f.Id().getText()) : Stream.of())
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<ParseTree> nodes(ParseTree tree) {
    var children = IntStream.range(0, tree.getChildCount()).mapToObj(tree::getChild);
    return Stream.concat(Stream.of(tree), children.flatMap(SyntaxTree::nodes));
  }

  private static Stream<String> unsupportedTag(ParseTree node) {
    return switch (node) {
      case Include_tagContext _ -> Stream.of("include");
      case Include_relative_tagContext _ -> Stream.of("include_relative");
      case Cycle_tagContext _ -> Stream.of("cycle");
      default -> Stream.of();
    };
  }

  private static String lastFilter(OutputContext output) {
    var filters = output.filter();
    return filters.isEmpty() ? "" : filters.getLast().Id().getText();
  }

  /** The parser counts code points. */
  private static int codeUnits(String source, int codePoints) {
    return source.offsetByCodePoints(0, codePoints);
  }
}
