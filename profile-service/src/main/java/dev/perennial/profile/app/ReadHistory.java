package dev.perennial.profile.app;

import dev.perennial.contracts.profile.v1.ProfileHistory;
import dev.perennial.contracts.profile.v1.RecordedEvent;
import dev.perennial.profile.domain.History;
import dev.perennial.profile.domain.HistoryPosition;
import dev.perennial.profile.domain.HistorySelection;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.store.Events;
import dev.perennial.profile.store.Histories;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what profiles did. */
@ApplicationScoped
public class ReadHistory {

  /** Profiles a statement: bounds memory, and each is of one moment anyway. */
  private static final int PAGE = 250;

  private final Events events;
  private final Histories histories;

  public ReadHistory(Events events, Histories histories) {
    this.events = events;
    this.histories = histories;
  }

  /** The newest events of a profile that come before a position. */
  public Uni<List<RecordedEvent>> list(ProfileKey profile, HistoryPosition before, int limit) {
    return events
        .list(profile, before, limit)
        .map(page -> page.stream().map(Wire::recorded).toList());
  }

  /** The histories of at most so many profiles after one, in order of id. */
  public Multi<ProfileHistory> stream(HistorySelection selection, @Nullable UUID after, int limit) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new Progress(after, limit), progress -> next(selection, progress))
        .whilst(Page::more)
        .onItem()
        .transformToIterable(Page::histories)
        .map(Wire::history);
  }

  private Uni<Page> next(HistorySelection selection, Progress progress) {
    int size = Math.min(PAGE, progress.left);
    return histories
        .page(selection, progress.after, size)
        .map(page -> progress.advance(page, size));
  }

  private record Page(List<History> histories, boolean more) {}

  private static final class Progress {

    private @Nullable UUID after;
    private int left;

    Progress(@Nullable UUID after, int left) {
      this.after = after;
      this.left = left;
    }

    Page advance(List<History> histories, int asked) {
      left -= histories.size();
      if (!histories.isEmpty()) {
        after = histories.getLast().profile().id();
      }
      return new Page(histories, left > 0 && histories.size() == asked);
    }
  }
}
