package dev.perennial.gateway.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.perennial.gateway.domain.CleanText;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bodies say what they mean: null in a list is refused, as a field that nobody knows is (see the
 * properties). What no store can hold is taken out of texts. Events are read otherwise: there what
 * is not known goes on as it is.
 */
@Singleton
class StrictBodies implements ObjectMapperCustomizer {

  private static final class CleanString extends StringDeserializer {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      return text == null ? null : CleanText.of(text);
    }
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    mapper.registerModule(
        new SimpleModule("clean-text").addDeserializer(String.class, new CleanString()));
  }
}
