package dev.perennial.channel.account.store;

import dev.perennial.channel.account.domain.Account;
import dev.perennial.channel.account.domain.AccountKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of accounts. */
@ApplicationScoped
public class AccountStore {

  private final Mutiny.SessionFactory sessions;

  AccountStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * Creates or changes an account.
   *
   * @param sealed the sealed password, from what is kept until now
   */
  public Uni<Void> put(Account account, Function<Optional<StoredAccount>, byte[]> sealed) {
    return sessions.withTransaction(session ->
        find(session, account.key())
            .chain(kept -> {
              var before = Optional.ofNullable(kept).map(AccountStore::stored);
              var entity = kept == null ? new AccountEntity() : kept;
              entity.set(account, sealed.apply(before));
              return kept == null ? session.persist(entity) : Uni.createFrom().voidItem();
            }));
  }

  public Uni<List<Account>> list(String workspace) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(
                "from Account a where a.workspace = :workspace order by a.channel",
                AccountEntity.class)
            .setParameter("workspace", workspace)
            .getResultList()
            .map(found -> found.stream().map(AccountEntity::toAccount).toList()));
  }

  /** The accounts of a channel in several workspaces. */
  public Uni<List<StoredAccount>> find(Set<String> workspaces, String channel) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(
                "from Account a where a.workspace in :workspaces and a.channel = :channel",
                AccountEntity.class)
            .setParameter("workspaces", workspaces)
            .setParameter("channel", channel)
            .getResultList()
            .map(found -> found.stream().map(AccountStore::stored).toList()));
  }

  private static Uni<AccountEntity> find(Mutiny.Session session, AccountKey key) {
    return session.find(
        AccountEntity.class, new AccountEntity.ChannelId(key.workspace(), key.channel()));
  }

  private static StoredAccount stored(AccountEntity entity) {
    return new StoredAccount(entity.toAccount(), entity.version, entity.sealedPassword);
  }
}
