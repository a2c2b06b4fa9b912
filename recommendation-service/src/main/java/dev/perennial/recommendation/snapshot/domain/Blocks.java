package dev.perennial.recommendation.snapshot.domain;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/**
 * How bytes are laid out: blocks of at most {@link #SIZE} bytes, each after its length and before
 * the CRC-32C of the whole file up to there, lengths included. A block of no bytes is the end. So
 * nothing is read before it is known to be what was written, and nothing is too large to check.
 */
final class Blocks {

  static final int SIZE = 1 << 20;

  static final ValueLayout.OfByte BYTES = ValueLayout.JAVA_BYTE;
  static final ValueLayout.OfInt INTS = ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONGS = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOATS =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(LITTLE_ENDIAN);

  private Blocks() {}

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(LITTLE_ENDIAN);
  }
}
