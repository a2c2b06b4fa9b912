package dev.perennial.channel.message.api;

import dev.perennial.channel.Instants;
import dev.perennial.channel.api.GrpcErrors;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.message.app.ReadMessages;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Status;
import dev.perennial.contracts.channel.v1.GetMessageRequest;
import dev.perennial.contracts.channel.v1.GetMessageStatsRequest;
import dev.perennial.contracts.channel.v1.ListMessagesRequest;
import dev.perennial.contracts.channel.v1.ListMessagesResponse;
import dev.perennial.contracts.channel.v1.Message;
import dev.perennial.contracts.channel.v1.MessageStats;
import dev.perennial.contracts.channel.v1.MessageStatus;
import dev.perennial.contracts.channel.v1.Messages;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Messages over gRPC. */
@GrpcService
class MessagesGrpc implements Messages {

  private final ReadMessages messages;

  MessagesGrpc(ReadMessages messages) {
    this.messages = messages;
  }

  @Override
  public Uni<Message> getMessage(GetMessageRequest request) {
    return Uni.createFrom()
        .deferred(() -> {
          var id = GrpcErrors.uuid(request.getMessageId(), "/message_id");
          return messages.find(new MessageKey(request.getWorkspace(), id));
        })
        .map(found -> encode(found.orElseThrow(() -> GrpcErrors.notFound("no such message"))));
  }

  @Override
  public Uni<ListMessagesResponse> listMessages(ListMessagesRequest request) {
    return Uni.createFrom()
        .deferred(() -> {
          var id = GrpcErrors.uuid(request.getProfileId(), "/profile_id");
          return messages.list(new ContactKey(request.getWorkspace(), id));
        })
        .map(found ->
            ListMessagesResponse.newBuilder()
                .addAllMessages(found.stream().map(MessagesGrpc::encode).toList())
                .build());
  }

  @Override
  public Uni<MessageStats> getMessageStats(GetMessageStatsRequest request) {
    return messages
        .count(request.getWorkspace(), request.getJourney())
        .map(counts ->
            MessageStats.newBuilder()
                .setQueued(counts.getOrDefault(Status.QUEUED, 0L))
                .setSending(counts.getOrDefault(Status.SENDING, 0L))
                .setSent(counts.getOrDefault(Status.SENT, 0L))
                .setRefused(counts.getOrDefault(Status.REFUSED, 0L))
                .setFailed(counts.getOrDefault(Status.FAILED, 0L))
                .setUnknown(counts.getOrDefault(Status.UNKNOWN, 0L))
                .build());
  }

  private static Message encode(dev.perennial.channel.message.domain.Message message) {
    var request = message.request();
    var encoded =
        Message.newBuilder()
            .setMessageId(request.key().messageId().toString())
            .setProfileId(request.to().profileId().toString())
            .setChannel(request.wanted().channel())
            .setTemplate(request.template())
            .setJourney(request.cause().journey())
            .setNode(request.cause().node())
            .setStatus(MessageStatus.valueOf(message.status().name()))
            .setReason(message.reason())
            .setRequestedAt(Instants.encode(request.requestedAt()));
    message.sentAt().map(Instants::encode).ifPresent(encoded::setSentAt);
    return encoded.build();
  }
}
