package dev.perennial.channel.account.app;

import dev.perennial.channel.account.domain.Account;
import dev.perennial.channel.account.domain.AccountRules;
import dev.perennial.channel.account.store.AccountStore;
import dev.perennial.channel.account.store.StoredAccount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps and reads accounts; passwords go in sealed and come out for senders only. */
@ApplicationScoped
public class Accounts {

  private static final byte[] NO_PASSWORD = {};

  private final AccountStore store;
  private final SecretBox box;

  Accounts(AccountStore store, SecretBox box) {
    this.store = store;
    this.box = box;
  }

  /**
   * Creates or changes an account. Without a password the one that is kept stays, as long as server
   * and user are the same: it must not be sent to a server that it was not given for.
   */
  public Uni<Account> put(Account account, String password) {
    AccountRules.check(account, password)
        .that(
            password.isEmpty() || box.isUsable(),
            "/password",
            "cannot be kept: this installation has no secret key (PERENNIAL_SECRET_KEY)")
        .done();
    return store
        .put(
            account,
            kept -> password.isEmpty() ? kept(kept, account) : box.seal(password, account.key()))
        .replaceWith(account);
  }

  public Uni<List<Account>> list(String workspace) {
    return store.list(workspace);
  }

  /** The accounts of a channel, by workspace, for sending. */
  public Uni<Map<String, OpenAccount>> open(Set<String> workspaces, String channel) {
    return store
        .find(workspaces, channel)
        .map(found ->
            found.stream()
                .collect(Collectors.toMap(a -> a.account().key().workspace(), this::open)));
  }

  private OpenAccount open(StoredAccount stored) {
    var sealed = stored.sealedPassword();
    var password = sealed.length == 0 ? "" : box.open(sealed, stored.account().key());
    return new OpenAccount(stored.account(), stored.version(), password);
  }

  private static byte[] kept(Optional<StoredAccount> kept, Account account) {
    return kept.filter(before -> before.account().sameLogin(account))
        .map(StoredAccount::sealedPassword)
        .orElse(NO_PASSWORD);
  }
}
