package dev.perennial.channel.template.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.channel.domain.Checks;
import dev.perennial.channel.domain.Violation;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {

  private static final String EVIL = "<script>alert('x')</script>\"&";
  private static final String TAME = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ name }}",
        "{{name}}",
        "{{- name -}}",
        "{{ name | append: '' }}",
        "{% assign n = name %}{{ n }}",
        "{% capture n %}{{ name }}{% endcapture %}{{ n }}",
        "{% for n in names %}{{ n }}{% endfor %}",
        "{% if true %}{{ name }}{% else %}no{% endif %}",
        "{{ names }}",
        "{{ names | join: '' }}",
        "{{ name | escape }}",
        "{{ \"}}\" | remove: \"}}\" }}{{ name }}",
      })
  void aTraitBringsNoMarkupIntoHtml(String template) {
    assertEquals(TAME, html(template, Map.of("name", EVIL, "names", List.of(EVIL))));
  }

  @Property
  void noTraitEverPutsOutAnAngleBracketOrAQuote(@ForAll String name) {
    var result = html("{{ name }}{{ name | upcase }}", Map.of("name", name));
    for (var unsafe : List.of("<", ">", "\"", "'")) {
      assertFalse(result.contains(unsafe), result);
    }
  }

  @Test
  void markupOfTheTemplateStays() {
    assertEquals("<b>Ann</b> & €", html("<b>{{ name }}</b> & €", Map.of("name", "Ann")));
  }

  @Test
  void charactersBeyondTheBasicPlaneMoveNothing() {
    assertEquals("😀😀&lt;😀", html("😀😀{{ name }}😀", Map.of("name", "<")));
  }

  @Test
  void rawLetsMarkupThrough() {
    assertEquals("<b>", html("{{ '<b>' | raw }}", Map.of()));
  }

  @Test
  void aRawBlockIsLeftAlone() {
    assertEquals("{{ name }}", html("{% raw %}{{ name }}{% endraw %}", Map.of("name", "x")));
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertEquals("Hello , there", html("Hello {{ profile.first_name }}, there", Map.of()));
    assertEquals("Hello you", html("Hello {{ profile.first_name | default: 'you' }}", Map.of()));
  }

  @Test
  void numbersStayNumbers() {
    assertEquals(
        "42 1.5 true", html("{{ a }} {{ b }} {{ c }}", Map.of("a", 42, "b", 1.5, "c", true)));
  }

  @Test
  void subjectsAreTextAndNotEscaped() {
    assertEquals("Ann & Bob", Liquid.TEXT.parse("{{ name }}").render(Map.of("name", "Ann & Bob")));
  }

  @Test
  void recommendationsCanBeLoopedOver() {
    var items =
        List.of(
            Map.<String, Object>of("name", "MUG", "evidence", Map.of("lift", 2.5)),
            Map.<String, Object>of("name", "BAG", "evidence", Map.of("lift", 1.5)));
    var template =
        "{% for r in recommendations %}{{ r.name }} x{{ r.evidence.lift }}{% unless forloop.last %}, {% endunless %}{% endfor %}";
    assertEquals("MUG x2.5, BAG x1.5", html(template, Map.of("recommendations", items)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{% if a %}", "{{ a ", "{% nonsense %}", "{{ a | }}", "{{ a | no_such }}"})
  void whatIsNotLiquidIsRefusedNamingTheField(String template) {
    var violations = violations(template);
    assertEquals(List.of("/body"), violations.stream().map(Violation::field).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{% include 'x' %}", "{% include_relative x.html %}", "{% cycle a, 'b' %}"})
  void tagsThatReadFilesOrEscapeTheEscapingAreRefused(String template) {
    assertFalse(violations(template).isEmpty());
  }

  @Test
  void anEndlessLoopEnds() {
    var template =
        Liquid.HTML.parse(
            "{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}");
    assertThrows(RuntimeException.class, () -> template.render(Map.of()));
  }

  private static List<Violation> violations(String template) {
    var checks = new Checks();
    Liquid.HTML.check(template, "/body", checks);
    return checks.violations();
  }

  private static String html(String template, Map<String, Object> variables) {
    return Liquid.HTML.parse(template).render(variables);
  }
}
