package dev.perennial.channel.message.app;

import java.util.List;
import java.util.Map;

/** What came of asking for the products that a message shows. */
sealed interface Shown {

  /** As templates see them, best first. */
  record Items(List<Map<String, Object>> items) implements Shown {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** The question is wrong, and will be. */
  record Refused(String reason) implements Shown {}

  /** No answer for now. */
  record Away() implements Shown {}
}
