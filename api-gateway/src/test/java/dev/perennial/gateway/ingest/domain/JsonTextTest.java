package dev.perennial.gateway.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perennial.gateway.domain.CleanText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Test
  void blanksBetweenTokensGoAndThoseInTextStay() {
    assertEquals(
        "{\"a b\":[1,true,\" x \"]}", compact(" {\n\t\"a b\" : [ 1 , true, \" x \" ] }\r\n"));
  }

  @Test
  void numbersStayAsTheyWereWritten() {
    assertEquals("{\"a\":1.50,\"b\":1E400}", compact("{\"a\": 1.50, \"b\": 1E400}"));
  }

  @Test
  void whatNoStoreCanHoldGoes() {
    assertEquals("{\"a\":\"xy\"}", compact("{\"a\":\"x\\u0000y\"}"));
    assertEquals("{\"a\":\"\\ufffd\"}", compact("{\"a\":\"\\ud83d\"}"));
    assertEquals("{\"a\":\"\\ufffdz\"}", compact("{\"a\":\"\\ude00z\"}"));
    assertEquals("{\"a\":\"\\ud83d\\ude00\"}", compact("{\"a\":\"\\ud83d\\ude00\"}"));
    assertEquals("{\"a\":\"\\\\u0000\"}", compact("{\"a\":\"\\\\u0000\"}"));
  }

  @Test
  void deeperThanAHundredIsTooDeep() {
    assertTrue(JsonText.compact(bytes("[".repeat(100) + "]".repeat(100)), 0, 200).isPresent());
    assertTrue(JsonText.compact(bytes("[".repeat(101) + "]".repeat(101)), 0, 202).isEmpty());
  }

  @Property(tries = 50)
  void whatItSaysStaysTheSame(@ForAll @NotEmpty Map<String, List<String>> value)
      throws JsonProcessingException {
    String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    String clean = JSON.writeValueAsString(cleaned(value));
    assertEquals(JSON.readTree(clean), JSON.readTree(compact(pretty)));
  }

  private static Map<String, List<String>> cleaned(Map<String, List<String>> value) {
    var clean = new java.util.HashMap<String, List<String>>();
    value.forEach(
        (key, texts) -> clean.put(CleanText.of(key), texts.stream().map(CleanText::of).toList()));
    return clean;
  }

  private static String compact(String json) {
    byte[] bytes = bytes(json);
    Optional<String> compact = JsonText.compact(bytes, 0, bytes.length);
    return compact.orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
