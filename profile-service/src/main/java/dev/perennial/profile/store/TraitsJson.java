package dev.perennial.profile.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.perennial.profile.domain.Trait;
import dev.perennial.profile.domain.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Traits as two columns, so that a read takes the values as they are.
 *
 * @param values by name
 * @param times microseconds since 1970 by name, also of traits that were taken away
 */
record TraitsJson(String values, String times) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static TraitsJson of(Traits traits) {
    var values = JSON.createObjectNode();
    var times = JSON.createObjectNode();
    new TreeMap<>(traits.byName())
        .forEach((name, trait) -> {
          times.put(name, ChronoUnit.MICROS.between(Instant.EPOCH, trait.since()));
          var json = trait.json();
          if (json != null) {
            values.putRawValue(name, new RawValue(json));
          }
        });
    return new TraitsJson(values.toString(), times.toString());
  }

  Traits traits() {
    var values = tree(this.values);
    var traits = new HashMap<String, Trait>();
    for (var time : tree(times).properties()) {
      var since = Instant.EPOCH.plus(time.getValue().longValue(), ChronoUnit.MICROS);
      traits.put(time.getKey(), new Trait(text(values.get(time.getKey())), since));
    }
    return new Traits(traits);
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : value.toString();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a traits column does not hold JSON", e);
    }
  }
}
