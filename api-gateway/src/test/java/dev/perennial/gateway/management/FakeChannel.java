package dev.perennial.gateway.management;

import dev.perennial.contracts.channel.v1.Account;
import dev.perennial.contracts.channel.v1.GetMessageRequest;
import dev.perennial.contracts.channel.v1.GetMessageStatsRequest;
import dev.perennial.contracts.channel.v1.ListMessagesRequest;
import dev.perennial.contracts.channel.v1.ListMessagesResponse;
import dev.perennial.contracts.channel.v1.Message;
import dev.perennial.contracts.channel.v1.MessageStats;
import dev.perennial.contracts.channel.v1.MessageStatus;
import dev.perennial.contracts.channel.v1.MutinyAccountsGrpc;
import dev.perennial.contracts.channel.v1.MutinyMessagesGrpc;
import dev.perennial.contracts.channel.v1.MutinyTemplatesGrpc;
import dev.perennial.contracts.channel.v1.PutAccountRequest;
import dev.perennial.contracts.channel.v1.PutTemplateRequest;
import dev.perennial.contracts.channel.v1.Template;
import io.smallrye.mutiny.Uni;

/** Answers with what it was asked. */
final class FakeChannel {

  static final class OfTemplates extends MutinyTemplatesGrpc.TemplatesImplBase {

    @Override
    public Uni<Template> putTemplate(PutTemplateRequest request) {
      return Uni.createFrom()
          .item(
              Template.newBuilder()
                  .setKey(request.getKey())
                  .setChannel(request.getChannel())
                  .setSubject(request.getSubject())
                  .setBody(request.getBody())
                  .setRecommendations(request.getRecommendations())
                  .build());
    }
  }

  static final class OfAccounts extends MutinyAccountsGrpc.AccountsImplBase {

    @Override
    public Uni<Account> putAccount(PutAccountRequest request) {
      return request.getPassword().isEmpty()
          ? Uni.createFrom().failure(FakeSegments.invalid("pass_word", "is missing"))
          : Uni.createFrom()
              .item(
                  Account.newBuilder()
                      .setChannel(request.getChannel())
                      .setHost(request.getHost())
                      .setPort(request.getPort())
                      .build());
    }
  }

  static final class OfMessages extends MutinyMessagesGrpc.MessagesImplBase {

    @Override
    public Uni<Message> getMessage(GetMessageRequest request) {
      return Uni.createFrom()
          .item(
              Message.newBuilder()
                  .setMessageId(request.getMessageId())
                  .setStatus(MessageStatus.REFUSED)
                  .setReason("unsubscribed from email/offers")
                  .build());
    }

    @Override
    public Uni<ListMessagesResponse> listMessages(ListMessagesRequest request) {
      var message = Message.newBuilder().setMessageId("of " + request.getProfileId());
      return Uni.createFrom().item(ListMessagesResponse.newBuilder().addMessages(message).build());
    }

    @Override
    public Uni<MessageStats> getMessageStats(GetMessageStatsRequest request) {
      return Uni.createFrom()
          .item(MessageStats.newBuilder().setSent(request.getJourney().length()).build());
    }
  }

  private FakeChannel() {}
}
