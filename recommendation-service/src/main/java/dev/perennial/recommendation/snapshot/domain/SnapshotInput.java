package dev.perennial.recommendation.snapshot.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Reads what {@link SnapshotOutput} wrote, in the same order. What is not as it was written, or
 * cannot be read, is a {@link RefusedSnapshot}. Used by one thread.
 */
public final class SnapshotInput {

  private final ReadableByteChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer block = Blocks.buffer(Blocks.SIZE);
  private final MemorySegment memory = MemorySegment.ofBuffer(block);
  private final ByteBuffer number = Blocks.buffer(Integer.BYTES);

  public SnapshotInput(ReadableByteChannel channel) {
    this.channel = channel;
    block.limit(0);
  }

  public int readInt() {
    return next(Integer.BYTES).getInt();
  }

  public long readLong() {
    return next(Long.BYTES).getLong();
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public byte readByte() {
    return next(1).get();
  }

  public boolean readBoolean() {
    return readByte() != 0;
  }

  public String readText() {
    return new String(readBytes(), UTF_8);
  }

  public UUID readId() {
    return new UUID(readLong(), readLong());
  }

  public Instant readInstant() {
    return Instant.ofEpochSecond(readLong(), readInt());
  }

  public byte[] readBytes() {
    byte[] values = new byte[readInt()];
    readArray(values, values.length, Blocks.BYTES);
    return values;
  }

  public int[] readInts() {
    int[] values = new int[readInt()];
    readArray(values, values.length, Blocks.INTS);
    return values;
  }

  public long[] readLongs() {
    long[] values = new long[readInt()];
    readArray(values, values.length, Blocks.LONGS);
    return values;
  }

  public float[] readFloats() {
    float[] values = new float[readInt()];
    readArray(values, values.length, Blocks.FLOATS);
    return values;
  }

  /** Checks that this was all. */
  public void end() {
    if (block.hasRemaining() || nextBlock() > 0 || read(number.clear()) > 0) {
      throw new RefusedSnapshot("it goes on after its end");
    }
  }

  private void readArray(Object values, int length, ValueLayout layout) {
    int size = (int) layout.byteSize();
    for (int from = 0; from < length; ) {
      next(size);
      int count = Math.min(length - from, block.remaining() / size);
      MemorySegment.copy(memory, layout, block.position(), values, from, count);
      block.position(block.position() + count * size);
      from += count;
    }
  }

  private ByteBuffer next(int bytes) {
    boolean isOver = !block.hasRemaining() && nextBlock() == 0;
    if (isOver || block.remaining() < bytes) {
      throw new RefusedSnapshot("it holds less than it says");
    }
    return block;
  }

  private int nextBlock() {
    int length = checkedInt();
    if (length < 0 || length > Blocks.SIZE) {
      throw new RefusedSnapshot("it is damaged, or none");
    }
    readAll(block.clear().limit(length));
    checksum.update(block.duplicate());
    int expected = (int) checksum.getValue();
    readAll(number.clear());
    if (number.getInt() != expected) {
      throw new RefusedSnapshot("it is damaged, or none");
    }
    return length;
  }

  private int checkedInt() {
    readAll(number.clear());
    checksum.update(number.duplicate());
    return number.getInt();
  }

  /** Fills the buffer and makes it ready to be taken from. */
  private void readAll(ByteBuffer bytes) {
    if (read(bytes) < bytes.limit()) {
      throw new RefusedSnapshot("it is cut off");
    }
    bytes.flip();
  }

  private int read(ByteBuffer bytes) {
    try {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes);
      }
      return bytes.position();
    } catch (IOException e) {
      throw new RefusedSnapshot("it cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }
}
