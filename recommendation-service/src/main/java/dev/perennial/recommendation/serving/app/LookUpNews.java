package dev.perennial.recommendation.serving.app;

import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.interest.app.NewsOfPeople;
import dev.perennial.recommendation.interest.domain.Noticed;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Strategy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives questions the news that their strategies go by. News is rare and must be right at the
 * moment at which people are told of it, so it is looked up: once for all questions, and not at all
 * when none goes by it.
 */
@ApplicationScoped
public class LookUpNews {

  private final NewsOfPeople news;

  LookUpNews(NewsOfPeople news) {
    this.news = news;
  }

  /** The questions, in their order. */
  public Uni<List<Ask>> into(String workspace, List<Ask> asks) {
    var people =
        asks.stream()
            .filter(LookUpNews::goesByNews)
            .flatMap(ask -> ask.query().profile().stream())
            .collect(toSet());
    return people.isEmpty()
        ? Uni.createFrom().item(asks)
        : news.of(workspace, people)
            // Answering takes its time and must not hold an event loop up.
            .emitOn(Infrastructure.getDefaultExecutor())
            .map(found -> asks.stream().map(ask -> ask.withNews(of(ask, found))).toList());
  }

  private static List<Noticed> of(Ask ask, Map<UUID, List<Noticed>> found) {
    return ask.query()
        .profile()
        .flatMap(person -> Optional.ofNullable(found.get(person)))
        .orElse(List.of());
  }

  private static boolean goesByNews(Ask ask) {
    return ask.chain().stream().anyMatch(Strategy::goesByNews);
  }
}
