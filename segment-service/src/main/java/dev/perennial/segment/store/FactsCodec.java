package dev.perennial.segment.store;

import dev.perennial.segment.domain.Fact;
import dev.perennial.segment.domain.Feature;
import dev.perennial.segment.domain.Known;
import dev.perennial.segment.domain.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;

/** The facts of a profile in bytes: a version, then each feature, from when it is, and its fact. */
final class FactsCodec {

  private static final int VERSION = 1;
  private static final int TRAIT = 0;

  private FactsCodec() {}

  static byte[] encode(Known known) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      var features = new HashSet<>(known.facts().keySet());
      features.addAll(known.ahead().keySet());
      out.writeShort(features.size());
      for (var feature : features) {
        write(feature, out);
        out.writeLong(known.ahead().getOrDefault(feature, 0L));
        write(known.fact(feature), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Known decode(long revision, byte[] bytes) {
    var facts = new HashMap<Feature, Fact>();
    var ahead = new HashMap<Feature, Long>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("facts of version " + version);
      }
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        var feature = readFeature(in);
        long asOf = in.readLong();
        facts.put(feature, readFact(feature, in));
        if (asOf > 0) {
          ahead.put(feature, asOf);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Known(revision, facts, ahead);
  }

  private static void write(Feature feature, DataOutputStream out) throws IOException {
    switch (feature) {
      case Feature.Trait(var name) -> {
        out.writeByte(TRAIT);
        out.writeUTF(name);
      }
      case Feature.Events(var name, var measure, var window) -> {
        out.writeByte(code(measure));
        out.writeUTF(name);
        out.writeInt(Math.toIntExact(window.map(Duration::toSeconds).orElse(0L)));
      }
    }
  }

  private static Feature readFeature(DataInputStream in) throws IOException {
    int kind = in.readByte();
    var name = in.readUTF();
    if (kind == TRAIT) {
      return new Feature.Trait(name);
    }
    int seconds = in.readInt();
    var window =
        seconds == 0 ? Optional.<Duration>empty() : Optional.of(Duration.ofSeconds(seconds));
    return new Feature.Events(name, measure(kind), window);
  }

  private static void write(Fact fact, DataOutputStream out) throws IOException {
    switch (fact) {
      case Fact.TraitValue(var value) -> ValueCodec.write(value, out);
      case Fact.Total(long amount) -> out.writeLong(amount);
      case Fact.Occurrences(long[] at, long[] amounts) -> {
        out.writeInt(at.length);
        for (int i = 0; i < at.length; i++) {
          out.writeLong(at[i]);
          out.writeLong(amounts[i]);
        }
      }
    }
  }

  private static Fact readFact(Feature feature, DataInputStream in) throws IOException {
    return switch (feature.nothing()) {
      case Fact.TraitValue _ -> new Fact.TraitValue(ValueCodec.read(in));
      case Fact.Total _ -> new Fact.Total(in.readLong());
      case Fact.Occurrences _ -> {
        int length = in.readInt();
        long[] at = new long[length];
        long[] amounts = new long[length];
        for (int i = 0; i < length; i++) {
          at[i] = in.readLong();
          amounts[i] = in.readLong();
        }
        yield new Fact.Occurrences(at, amounts);
      }
    };
  }

  private static int code(Measure measure) {
    return switch (measure) {
      case COUNT -> 1;
      case ORDER_VALUE -> 2;
    };
  }

  private static Measure measure(int code) throws IOException {
    return switch (code) {
      case 1 -> Measure.COUNT;
      case 2 -> Measure.ORDER_VALUE;
      default -> throw new IOException("measure of code " + code);
    };
  }
}
