package dev.perennial.recommendation.snapshot.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Writes numbers, texts and whole arrays. What fails is an {@link UncheckedIOException}. Used by
 * one thread.
 */
public final class SnapshotOutput {

  private final WritableByteChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer block = Blocks.buffer(Integer.BYTES + Blocks.SIZE);
  private final MemorySegment memory = MemorySegment.ofBuffer(block);
  private final ByteBuffer sum = Blocks.buffer(Integer.BYTES);

  public SnapshotOutput(WritableByteChannel channel) {
    this.channel = channel;
    block.position(Integer.BYTES);
  }

  public void writeInt(int value) {
    makeRoom(Integer.BYTES).putInt(value);
  }

  public void writeLong(long value) {
    makeRoom(Long.BYTES).putLong(value);
  }

  public void writeDouble(double value) {
    writeLong(Double.doubleToRawLongBits(value));
  }

  public void writeByte(byte value) {
    makeRoom(1).put(value);
  }

  public void writeBoolean(boolean value) {
    writeByte((byte) (value ? 1 : 0));
  }

  public void writeText(String value) {
    writeBytes(value.getBytes(UTF_8));
  }

  public void writeId(UUID value) {
    writeLong(value.getMostSignificantBits());
    writeLong(value.getLeastSignificantBits());
  }

  public void writeInstant(Instant value) {
    writeLong(value.getEpochSecond());
    writeInt(value.getNano());
  }

  public void writeBytes(byte[] values) {
    writeArray(values, values.length, Blocks.BYTES);
  }

  public void writeInts(int[] values) {
    writeArray(values, values.length, Blocks.INTS);
  }

  public void writeLongs(long[] values) {
    writeArray(values, values.length, Blocks.LONGS);
  }

  public void writeFloats(float[] values) {
    writeArray(values, values.length, Blocks.FLOATS);
  }

  /** Writes what is left and says that this is all. */
  public void end() {
    if (block.position() > Integer.BYTES) {
      flush();
    }
    flush();
  }

  private void writeArray(Object values, int length, ValueLayout layout) {
    writeInt(length);
    int size = (int) layout.byteSize();
    for (int from = 0; from < length; ) {
      makeRoom(size);
      int count = Math.min(length - from, block.remaining() / size);
      MemorySegment.copy(values, from, memory, layout, block.position(), count);
      block.position(block.position() + count * size);
      from += count;
    }
  }

  /** What is written in one piece is in one block. */
  private ByteBuffer makeRoom(int bytes) {
    if (block.remaining() < bytes) {
      flush();
    }
    return block;
  }

  private void flush() {
    block.putInt(0, block.position() - Integer.BYTES).flip();
    checksum.update(block.duplicate());
    sum.clear().putInt((int) checksum.getValue()).flip();
    try {
      writeAll(block);
      writeAll(sum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    block.clear().position(Integer.BYTES);
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
