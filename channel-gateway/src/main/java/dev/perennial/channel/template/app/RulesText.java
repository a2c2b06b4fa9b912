package dev.perennial.channel.template.app;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.perennial.contracts.recommendation.v1.Rules;

/** Rules as text, as this service keeps them and looks no further into them. */
public final class RulesText {

  private RulesText() {}

  /** A JSON object, the same for the same rules. */
  public static String written(Rules rules) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(rules);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("rules hold no message of unknown type", e);
    }
  }

  /** What {@link #written} wrote. */
  public static Rules read(String written) {
    try {
      var rules = Rules.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(written, rules);
      return rules.build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("rules that were written cannot be read", e);
    }
  }
}
