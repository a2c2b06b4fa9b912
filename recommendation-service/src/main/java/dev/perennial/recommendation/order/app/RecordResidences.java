package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.store.Residence;
import dev.perennial.recommendation.order.store.Residences;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Records where profiles live. */
@ApplicationScoped
public class RecordResidences {

  private final Residences residences;

  RecordResidences(Residences residences) {
    this.residences = residences;
  }

  /**
   * Records, within a transaction.
   *
   * @param told in the order of each profile; the last one holds
   * @param departed profiles that are no more
   */
  public Uni<Void> record(SqlConnection tx, List<Residence> told, Set<ProfileKey> departed) {
    var last = new LinkedHashMap<ProfileKey, Residence>();
    told.forEach(residence -> last.put(residence.profile(), residence));
    last.keySet().removeAll(departed);
    Uni<Void> forgotten =
        departed.isEmpty() ? Uni.createFrom().voidItem() : residences.delete(tx, departed);
    return last.isEmpty() ? forgotten : forgotten.chain(() -> residences.save(tx, last.values()));
  }
}
