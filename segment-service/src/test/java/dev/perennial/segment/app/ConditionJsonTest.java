package dev.perennial.segment.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.segment.domain.Comparison;
import dev.perennial.segment.domain.Condition;
import dev.perennial.segment.domain.Feature;
import dev.perennial.segment.domain.InvalidDefinition;
import dev.perennial.segment.domain.Is;
import dev.perennial.segment.domain.Measure;
import dev.perennial.segment.domain.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionJsonTest {

  @Test
  void readsATreeOfLeaves() {
    var condition =
        ConditionJson.read(
            """
            {"all": [
              {"trait": "email", "is": {"exists": true}},
              {"not": {"event": "Order Completed", "measure": {"sum": "order_value"},
                       "is": {"atLeast": 5000}, "within": "P364D"}},
              {"any": [{"event": "Page Viewed", "is": {"above": 1, "below": 4}}]}]}
            """);

    var spent =
        new Feature.Events(
            "Order Completed", Measure.ORDER_VALUE, Optional.of(Duration.ofDays(364)));
    var viewed = new Feature.Events("Page Viewed", Measure.COUNT, Optional.empty());
    assertEquals(
        new Condition.All(
            List.of(
                new Condition.Trait(new Feature.Trait("email"), is(new Comparison.Exists(true))),
                new Condition.Not(
                    new Condition.Events(spent, is(new Comparison.AtLeast(number(5000))))),
                new Condition.Any(
                    List.of(
                        new Condition.Events(
                            viewed,
                            is(
                                new Comparison.Above(number(1)),
                                new Comparison.Below(number(4)))))))),
        condition);
  }

  @Test
  void readsEveryComparator() {
    var condition =
        ConditionJson.read(
            """
            {"trait": "t", "is": {"equals": 1.0, "notEquals": "x", "in": [1, "y", true],
             "atLeast": 1, "atMost": 2, "contains": "z"}}
            """);

    var is = ((Condition.Trait) condition).is();
    assertEquals(6, is.comparisons().size());
    assertTrue(is.comparisons().contains(new Comparison.Equals(Value.Num.of(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                      | ''
          []                                                      | ''
          {"all": []}                                             | /all
          {"all": [{"trait": "a", "is": {"exists": true}}, {"x": 1}]} | /all/1
          {"all": [], "any": []}                                  | /any
          {"trait": "a"}                                          | /is
          {"trait": "", "is": {"exists": true}}                   | /trait
          {"trait": "a", "is": {}}                                | /is
          {"trait": "a", "is": {"exists": 1}}                     | /is/exists
          {"trait": "a", "is": {"equals": {"b": 1}}}              | /is/equals
          {"trait": "a", "is": {"a/b~c": 1}}                      | /is/a~1b~0c
          {"trait": "a", "is": {"exists": true}, "within": "P1D"} | /within
          {"not": {"event": "E", "is": {"atLeast": "2"}}}         | /not/is/atLeast
          {"event": "E", "is": {"in": [1, "2"]}}                  | /is/in/1
          {"event": "E", "is": {"exists": true}}                  | /is/exists
          {"event": "E", "is": {"atLeast": 1}, "within": "P1M"}   | /within
          {"event": "E", "is": {"atLeast": 1}, "within": "PT0.5S"} | /within
          {"event": "E", "is": {"atLeast": 1}, "within": "P9999D"} | /within
          {"event": "E", "is": {"atLeast": 1}, "measure": {"sum": "x"}} | /measure/sum
          {"event": "E", "is": {"atLeast": 1}, "where": {}}       | /where
          """)
  void pointsAtWhatIsWrong(String json, String pointer) {
    var wrong = assertThrows(InvalidDefinition.class, () -> ConditionJson.read(json));

    assertEquals(pointer, wrong.pointer());
  }

  @Test
  void saysWhereJsonBreaksOff() {
    var wrong = assertThrows(InvalidDefinition.class, () -> ConditionJson.read("{\"all\": [}"));

    assertEquals("is not JSON: line 1, column 10", wrong.reason());
  }

  @Test
  void refusesATreeThatIsTooDeep() {
    var deep =
        "{\"not\":".repeat(30) + "{\"trait\":\"a\",\"is\":{\"exists\":true}}" + "}".repeat(30);

    assertThrows(InvalidDefinition.class, () -> ConditionJson.read(deep));
  }

  private static Is is(Comparison... comparisons) {
    return new Is(List.of(comparisons));
  }

  private static BigDecimal number(long number) {
    return BigDecimal.valueOf(number);
  }
}
