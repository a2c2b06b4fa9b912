package dev.perennial.channel.account.api;

import dev.perennial.channel.account.domain.Account.Security;
import dev.perennial.channel.account.domain.AccountKey;
import dev.perennial.channel.api.GrpcErrors;
import dev.perennial.channel.domain.InvalidDefinitionException;
import dev.perennial.channel.domain.Violation;
import dev.perennial.contracts.channel.v1.Account;
import dev.perennial.contracts.channel.v1.Accounts;
import dev.perennial.contracts.channel.v1.ListAccountsRequest;
import dev.perennial.contracts.channel.v1.ListAccountsResponse;
import dev.perennial.contracts.channel.v1.PutAccountRequest;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;

/** Accounts over gRPC. */
@GrpcService
class AccountsGrpc implements Accounts {

  private final dev.perennial.channel.account.app.Accounts accounts;

  AccountsGrpc(dev.perennial.channel.account.app.Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<Account> putAccount(PutAccountRequest request) {
    return Uni.createFrom()
        .deferred(() -> accounts.put(decode(request), request.getPassword()))
        .map(AccountsGrpc::encode)
        .onFailure()
        .transform(GrpcErrors::of);
  }

  @Override
  public Uni<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
    return accounts
        .list(request.getWorkspace())
        .map(found ->
            ListAccountsResponse.newBuilder()
                .addAllAccounts(found.stream().map(AccountsGrpc::encode).toList())
                .build());
  }

  private static dev.perennial.channel.account.domain.Account decode(PutAccountRequest request) {
    return new dev.perennial.channel.account.domain.Account(
        new AccountKey(request.getWorkspace(), request.getChannel()),
        request.getProvider(),
        request.getFrom(),
        request.getHost(),
        request.getPort(),
        security(request.getSecurity()),
        request.getUsername());
  }

  private static Security security(String text) {
    return switch (text) {
      case "none" -> Security.NONE;
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      default ->
          throw new InvalidDefinitionException(
              List.of(new Violation("/security", "must be \"none\", \"starttls\" or \"tls\"")));
    };
  }

  private static Account encode(dev.perennial.channel.account.domain.Account account) {
    return Account.newBuilder()
        .setWorkspace(account.key().workspace())
        .setChannel(account.key().channel())
        .setProvider(account.provider())
        .setFrom(account.from())
        .setHost(account.host())
        .setPort(account.port())
        .setSecurity(account.security().name().toLowerCase(Locale.ROOT))
        .setUsername(account.username())
        .build();
  }
}
