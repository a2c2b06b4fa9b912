package dev.perennial.gateway.ingest.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** A request's body as plain bytes, whatever its headers say of it: some SDKs' say nothing. */
final class PlainBody {

  private PlainBody() {}

  /** Fails with {@link TooLargeException} before it has read much more than {@code most} bytes. */
  static byte[] of(byte[] sent, int most) {
    byte[] plain = isGzip(sent) ? inflate(sent, most) : sent;
    if (plain.length > most) {
      throw new TooLargeException("the body has more than " + most + " bytes");
    }
    return plain;
  }

  private static boolean isGzip(byte[] sent) {
    return sent.length > 2 && sent[0] == 0x1f && sent[1] == (byte) 0x8b;
  }

  private static byte[] inflate(byte[] sent, int most) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return in.readNBytes(most + 1);
    } catch (IOException _) {
      throw new MalformedJsonException("the body is not valid gzip");
    }
  }
}
