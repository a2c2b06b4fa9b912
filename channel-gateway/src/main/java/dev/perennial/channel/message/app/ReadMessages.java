package dev.perennial.channel.message.app;

import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.domain.Status;
import dev.perennial.channel.message.store.MessageReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages and what became of them. */
@ApplicationScoped
public class ReadMessages {

  private final MessageReads reads;

  ReadMessages(MessageReads reads) {
    this.reads = reads;
  }

  public Uni<Optional<Message>> find(MessageKey key) {
    return reads.find(key);
  }

  /** Newest first, at most 500. */
  public Uni<List<Message>> list(ContactKey of) {
    return reads.list(of);
  }

  /** How many messages of a journey, or of all when it is empty, stand where. */
  public Uni<Map<Status, Long>> count(String workspace, String journey) {
    return reads.count(workspace, journey);
  }
}
