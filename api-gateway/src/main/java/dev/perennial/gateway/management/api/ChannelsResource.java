package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.channel.v1.Account;
import dev.perennial.contracts.channel.v1.Accounts;
import dev.perennial.contracts.channel.v1.ListAccountsRequest;
import dev.perennial.contracts.channel.v1.PutAccountRequest;
import dev.perennial.gateway.api.Body;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@KeyRequired
@Path("/api/v1/channels")
@Tag(name = "channels", description = "Provider accounts, one a channel")
public class ChannelsResource {

  record Put(
      @Nullable String provider,
      @Nullable String from,
      @Nullable String host,
      int port,
      @Nullable String security,
      @Nullable String username,
      @Nullable String password) {

    /** A password has no place in a log. */
    @Override
    public String toString() {
      return "Put[provider=" + provider + "]";
    }
  }

  /** Without the password, which never comes out. */
  record View(
      String channel,
      String provider,
      String from,
      String host,
      int port,
      String security,
      String username) {

    static View of(Account account) {
      return new View(
          account.getChannel(),
          account.getProvider(),
          account.getFrom(),
          account.getHost(),
          account.getPort(),
          account.getSecurity(),
          account.getUsername());
    }
  }

  record Page(List<View> channels) {}

  private final Accounts accounts;
  private final Caller caller;

  ChannelsResource(@GrpcClient("channel") Accounts accounts, Caller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @PUT
  @Path("/{channel}")
  @Operation(summary = "Set a channel's provider; the password goes in and never comes out")
  public Uni<View> put(String channel, @Nullable Put body) {
    Put put = Body.required(body);
    var request =
        PutAccountRequest.newBuilder()
            .setWorkspace(caller.workspace())
            .setChannel(channel)
            .setProvider(requireNonNullElse(put.provider(), ""))
            .setFrom(requireNonNullElse(put.from(), ""))
            .setHost(requireNonNullElse(put.host(), ""))
            .setPort(put.port())
            .setSecurity(requireNonNullElse(put.security(), ""))
            .setUsername(requireNonNullElse(put.username(), ""))
            .setPassword(requireNonNullElse(put.password(), ""));
    return accounts.putAccount(request.build()).map(View::of);
  }

  @GET
  @Operation(summary = "The channels that have a provider")
  public Uni<Page> list() {
    var request = ListAccountsRequest.newBuilder().setWorkspace(caller.workspace());
    return accounts
        .listAccounts(request.build())
        .map(response -> new Page(response.getAccountsList().stream().map(View::of).toList()));
  }
}
