package dev.perennial.recommendation.interest.app;

import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.recommendation.interest.app.Addressees.Addressee;
import dev.perennial.recommendation.interest.domain.Interest;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.interest.store.Interests;
import dev.perennial.recommendation.interest.store.Interests.Interested;
import dev.perennial.recommendation.interest.store.Interests.Person;
import dev.perennial.recommendation.interest.store.ProductNews;
import dev.perennial.recommendation.interest.store.ProductNews.Open;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells those who are interested in products the news of them, some hundreds at a time. */
@ApplicationScoped
public class TellInterested {

  /** People, and news, of a step: as many as profile-service names in one call. */
  private static final int PAGE = 500;

  private final Pool pool;
  private final ProductNews news;
  private final Interests interests;
  private final RecordInterest recordInterest;
  private final Addressees addressees;
  private final InterestConfig config;

  TellInterested(
      Pool pool,
      ProductNews news,
      Interests interests,
      RecordInterest recordInterest,
      Addressees addressees,
      InterestConfig config) {
    this.pool = pool;
    this.news = news;
    this.interests = interests;
    this.recordInterest = recordInterest;
    this.addressees = addressees;
    this.config = config;
  }

  /**
   * News of one workspace, and whom to tell.
   *
   * @param page in order of news, then profile
   */
  public record Step(List<Open> news, List<Interested> page, Map<UUID, Addressee> addressees) {

    /** What nobody is left to be told of after this step: the news before the last one told. */
    private List<Open> done() {
      return isLast() ? news : news.subList(0, page.getLast().place());
    }

    private boolean isLast() {
      return page.size() < PAGE;
    }

    private Optional<Telling> telling(Interested one) {
      return Optional.ofNullable(addressees.get(one.profile()))
          .map(to -> new Telling(news.get(one.place()), to.profile(), one.reason(), to.about()));
    }

    private Person person(Interested one) {
      var now = Optional.ofNullable(addressees.get(one.profile())).map(Addressee::profile);
      return new Person(
          news.get(one.place()).news().product(), one.profile(), now.orElse(one.profile()));
    }
  }

  /** A profile to tell, and by which identifier it is addressed. */
  public record Telling(Open open, UUID profile, News.Reason reason, Identifier about) {

    private record Key(News.Id news, UUID profile) {}

    private Key key() {
      return new Key(open.news().id(), profile);
    }

    private Interest answer() {
      var news = open.news();
      return new Interest(news.product(), profile, news.kind().told(), news.at());
    }

    /** One who absorbed another may be interested for both; it is told once. */
    private Telling or(Telling other) {
      return reason.compareTo(other.reason) <= 0 ? this : other;
    }
  }

  /** Whom to tell next, of news of these shards. Which workspace's turn it is, is drawn by lot. */
  public Uni<Optional<Step>> next(Set<Integer> shards) {
    return news.next(pool, shards, PAGE)
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : step(found).map(Optional::of));
  }

  /** Goes on from there, within a transaction; nobody is told when another has done so before. */
  public Uni<List<Telling>> tell(SqlConnection tx, Step step) {
    return mine(tx, step)
        .chain(mine -> tellings(tx, step, mine))
        .call(tellings ->
            recordInterest.answer(
                tx,
                tellings.stream()
                    .filter(one -> one.reason() == News.Reason.ASKED)
                    .map(Telling::answer)
                    .toList()));
  }

  private Uni<Step> step(List<Open> open) {
    String workspace = open.getFirst().news().product().workspace();
    return interests
        .page(pool, workspace, open, config.window(), PAGE)
        .chain(page ->
            addressees
                .of(workspace, page.stream().map(Interested::profile).toList())
                .map(found -> new Step(open, page, found)));
  }

  /** The news that this step goes on with. */
  private Uni<Set<News.Id>> mine(SqlConnection tx, Step step) {
    var closed = news.close(tx, step.done());
    return step.isLast() ? closed : closed.chain(ids -> advance(tx, step, ids));
  }

  private Uni<Set<News.Id>> advance(SqlConnection tx, Step step, Set<News.Id> closed) {
    var last = step.page().getLast();
    var open = step.news().get(last.place());
    return news.advance(tx, open, last.profile())
        .map(isMine -> {
          var mine = new HashSet<>(closed);
          if (isMine) {
            mine.add(open.news().id());
          }
          return mine;
        });
  }

  private Uni<List<Telling>> tellings(SqlConnection tx, Step step, Set<News.Id> mine) {
    var page =
        step.page().stream()
            .filter(one -> mine.contains(step.news().get(one.place()).news().id()))
            .toList();
    return interests
        .still(tx, page.stream().map(step::person).toList())
        .map(still -> {
          var tellings = new LinkedHashMap<Telling.Key, Telling>();
          page.stream()
              .filter(one -> still.contains(step.person(one)))
              .flatMap(one -> step.telling(one).stream())
              .forEach(one -> tellings.merge(one.key(), one, Telling::or));
          return List.copyOf(tellings.values());
        });
  }
}
