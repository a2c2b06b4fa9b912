package dev.perennial.segment.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.segment.domain.Value;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/** The value of a trait in bytes: its kind, then its content. */
final class ValueCodec {

  private static final int ABSENT = 0;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int FALSE = 3;
  private static final int TRUE = 4;
  private static final int ITEMS = 5;
  private static final int OPAQUE = 6;

  private ValueCodec() {}

  static void write(Optional<Value> value, DataOutputStream out) throws IOException {
    if (value.isEmpty()) {
      out.writeByte(ABSENT);
    } else {
      write(value.get(), out);
    }
  }

  static Optional<Value> read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case ABSENT -> Optional.empty();
      case TEXT -> Optional.of(new Value.Text(readText(in)));
      case NUMBER -> Optional.of(new Value.Num(new BigDecimal(readText(in))));
      case FALSE -> Optional.of(new Value.Flag(false));
      case TRUE -> Optional.of(new Value.Flag(true));
      case ITEMS -> {
        var items = new ArrayList<Value>();
        for (int left = in.readInt(); left > 0; left--) {
          read(in).ifPresent(items::add);
        }
        yield Optional.of(new Value.Items(items));
      }
      case OPAQUE -> Optional.of(new Value.Opaque());
      default -> throw new IOException("value of kind " + kind);
    };
  }

  private static void write(Value value, DataOutputStream out) throws IOException {
    switch (value) {
      case Value.Text(var text) -> {
        out.writeByte(TEXT);
        writeText(text, out);
      }
      case Value.Num(var number) -> {
        out.writeByte(NUMBER);
        writeText(number.toString(), out);
      }
      case Value.Flag(boolean set) -> out.writeByte(set ? TRUE : FALSE);
      case Value.Items(var items) -> {
        out.writeByte(ITEMS);
        out.writeInt(items.size());
        for (var item : items) {
          write(item, out);
        }
      }
      case Value.Opaque() -> out.writeByte(OPAQUE);
    }
  }

  /** Traits may be longer than the 65,535 bytes of {@code writeUTF}. */
  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }
}
