package dev.perennial.recommendation.shop.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

  private final KeptAnswers answers = new KeptAnswers();
  private final List<String> workedOut = new ArrayList<>();

  @Test
  void anAnswerIsWorkedOutOnceUntilItsStateChanges() {
    assertEquals("tea 1", ask("tea", 1));
    assertEquals("tea 1", ask("tea", 1));
    assertEquals("tea 2", ask("tea", 2));
    assertEquals(List.of("tea 1", "tea 2"), workedOut);
  }

  @Test
  void eachQuestionHasAnAnswerOfItsOwn() {
    ask("tea", 1);
    ask("cup", 1);
    ask("tea", 1);
    assertEquals(List.of("tea 1", "cup 1"), workedOut);
  }

  @Test
  void onlyTheFewThatWereAskedForLastAreKept() {
    ask("tea", 1);
    for (int i = 0; i < 8; i++) {
      ask("other " + i, 1);
    }
    ask("other 0", 1);
    assertEquals(9, workedOut.size());
    ask("tea", 1);
    assertEquals(10, workedOut.size());
  }

  private String ask(String question, int state) {
    return answers.get(
        String.class,
        question,
        state,
        () -> {
          workedOut.add(question + " " + state);
          return question + " " + state;
        });
  }
}
