package dev.perennial.recommendation.shop.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers for which all that is known must be looked at, and which are the same for everyone: each
 * is kept until what it was made of changes. It is worked out once, however many ask at once; only
 * the few that were asked for last are kept. For many threads.
 */
public final class KeptAnswers {

  private static final int MOST = 8;

  private static final class Kept {
    private @Nullable Object state;
    private @Nullable Object answer;

    private synchronized Object at(Object now, Supplier<?> answering) {
      if (answer == null || !now.equals(state)) {
        answer = answering.get();
        state = now;
      }
      return Objects.requireNonNull(answer);
    }
  }

  private final Map<Object, Kept> byQuestion =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Entry<Object, Kept> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The answer to a question. Whoever asks holds what it is made of still.
   *
   * @param question equal to the same one asked again
   * @param state another one when the answer may be another one
   * @param answering works it out; what comes out is shared, and not to be changed
   */
  public <A> A get(Class<A> type, Object question, Object state, Supplier<A> answering) {
    return type.cast(kept(question).at(state, answering));
  }

  private synchronized Kept kept(Object question) {
    return byQuestion.computeIfAbsent(question, _ -> new Kept());
  }
}
