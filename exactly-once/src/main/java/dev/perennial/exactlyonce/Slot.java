package dev.perennial.exactlyonce;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/**
 * What one unit publishes for one partition. It carries its source, so that a slot that is
 * published again after the database was restored keeps the origin it had.
 *
 * @param source see {@link Origin#source}
 * @param traceparent of the unit; empty when it is not traced
 */
record Slot(String source, long sequence, String traceparent, List<Entry> entries) {

  /** One record to publish. */
  record Entry(String topic, String key, byte[] value) {

    int bytes() {
      // Topic, origin and trace travel too; 200 is more than they and the framing take.
      return value.length + 3 * key.length() + 200;
    }
  }

  Slot {
    entries = List.copyOf(entries);
  }

  Origin origin(int index) {
    return new Origin(source, sequence, index);
  }

  byte[] encode() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new LZ4FrameOutputStream(bytes))) {
      out.writeUTF(source);
      out.writeLong(sequence);
      out.writeUTF(traceparent);
      out.writeInt(entries.size());
      for (var entry : entries) {
        out.writeUTF(entry.topic);
        out.writeUTF(entry.key);
        out.writeInt(entry.value.length);
        out.write(entry.value);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  static Slot decode(byte[] encoded) {
    try (var in = new DataInputStream(new LZ4FrameInputStream(new ByteArrayInputStream(encoded)))) {
      String source = in.readUTF();
      long sequence = in.readLong();
      String traceparent = in.readUTF();
      int size = in.readInt();
      var entries = new ArrayList<Entry>(size);
      for (int i = 0; i < size; i++) {
        entries.add(new Entry(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt())));
      }
      return new Slot(source, sequence, traceparent, entries);
    } catch (IOException notOurs) {
      throw new UncheckedIOException(notOurs);
    }
  }
}
