package dev.perennial.gateway.ingest.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.gateway.ingest.domain.Draft;
import dev.perennial.gateway.ingest.domain.EventKind;
import dev.perennial.gateway.ingest.domain.ExternalId;
import dev.perennial.gateway.ingest.domain.Fault;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

  private static final String GOOD =
      "{\"type\":\"track\",\"userId\":\"u1\",\"event\":\"Seen\",\"properties\":{\"a\": 1}}";

  @Test
  void contextOfTheBatchIsAddedToEachItemWhoseOwnFieldsStay() {
    Request request =
        batch(
            """
            {"batch": [{"context": {"ip": "1.1.1.1"}}, {}],
             "sentAt": "2026-11-21T10:00:00Z", "writeKey": "k",
             "context": {"ip": "2.2.2.2", "library": {"name": "x"},
                         "externalIds": [{"id": 7, "type": "card"}]}}
            """);
    assertEquals("k", request.writeKey());
    assertEquals(
        "{\"ip\":\"1.1.1.1\",\"library\":{\"name\":\"x\"},\"externalIds\":[{\"id\":7,\"type\":\"card\"}]}",
        request.drafts().get(0).context());
    assertEquals(List.of(new ExternalId("card", "7")), request.drafts().get(0).externalIds());
    assertEquals("2026-11-21T10:00:00Z", request.drafts().get(1).sentAt());
  }

  @Test
  void whatAnItemCannotBeReadForIsItsOwnFault() {
    Request request =
        batch(
            "{\"batch\": [1, {\"userId\": {}}, {\"properties\": []}, {\"traits\": "
                + "[".repeat(3)
                + "]".repeat(3)
                + "}, "
                + GOOD
                + "]}");
    assertEquals(new Fault("", "must be an object"), request.drafts().get(0).fault());
    assertEquals(new Fault("/userId", "must be a string"), request.drafts().get(1).fault());
    assertEquals(new Fault("/properties", "must be an object"), request.drafts().get(2).fault());
    assertNull(request.drafts().get(4).fault());
  }

  @Test
  void identifiersMayBeNumbersAndNullIsAbsent() {
    Draft draft = single("{\"userId\": 42, \"anonymousId\": null, \"groupId\": \"\"}");
    assertEquals("42", draft.userId());
    assertNull(draft.anonymousId());
    assertNull(draft.groupId());
  }

  @Test
  void aTimestampOfTheSdkActsAsTheOriginalOne() {
    assertEquals("t", single("{\"timestamp\": \"t\"}").originalTimestamp());
    assertEquals(
        "o", single("{\"timestamp\": \"t\", \"originalTimestamp\": \"o\"}").originalTimestamp());
  }

  @Test
  void rudderStackSendsTraitsInTheContext() {
    assertEquals("{\"a\":1}", single("{\"context\": {\"traits\": {\"a\": 1}}}").traits());
  }

  @Test
  void brokenJsonSaysWhere() {
    var e = assertThrows(MalformedJsonException.class, () -> batch("{\"batch\": [\n  {]}"));
    assertEquals("the body is not valid JSON at line 2, column 4", e.getMessage());
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThrows(
        MalformedJsonException.class,
        () -> RequestReader.batch("{\"batch\": []}".getBytes(UTF_16), 10));
  }

  @Test
  void aByteOrderMarkDoesNotShiftWhatIsRead() {
    assertEquals("{\"a\":1}", single("\ufeff{\"properties\": {\"a\": 1}}").properties());
  }

  @Test
  void moreThanTheMostIsTooLarge() {
    assertThrows(
        TooLargeException.class,
        () -> RequestReader.batch("{\"batch\":[1,2,3]}".getBytes(UTF_8), 2));
  }

  /** Only its own errors, for any bytes at all. */
  @Property
  void noBytesMakeItFailOtherwise(@ForAll byte[] body) {
    attempt(body);
  }

  /** Near-JSON gets further into the reader than random bytes do. */
  @Property
  void noMangledRequestMakesItFailOtherwise(@ForAll("mangled") String body) {
    attempt(body.getBytes(UTF_8));
  }

  @Property
  void neighboursOfAnyJsonValueAreRead(@ForAll("values") String value) {
    Request request = batch("{\"batch\": [" + GOOD + "," + value + "," + GOOD + "]}");
    assertEquals(3, request.drafts().size());
    for (int i : List.of(0, 2)) {
      assertNull(request.drafts().get(i).fault());
      assertEquals("{\"a\":1}", request.drafts().get(i).properties());
    }
  }

  @Provide
  Arbitrary<String> mangled() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"batch\"",
            "\"context\"",
            "\"externalIds\"",
            "\"userId\"",
            "\"properties\"",
            "1",
            "-1.5e3",
            "null",
            "true",
            "\"\\u0000\"",
            "\"\\ud800\"",
            " ",
            "\"x\"",
            "\\",
            "\"")
        .list()
        .ofMaxSize(20)
        .map(tokens -> "{\"batch\":" + String.join("", tokens));
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> scalars =
        Arbitraries.of(
            "null", "0", "1e999", "true", "\"\"", "\"\\u0000\"", "\"\\udead\"", "{}", "[]");
    Arbitrary<String> names =
        Arbitraries.of("type", "userId", "context", "externalIds", "properties", "timestamp", "x");
    return scalars
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(values -> names.list().ofSize(values.size()).map(keys -> nested(keys, values)));
  }

  /** {"k1": {"k2": [v1, {"k3": v2}]}} and the like. */
  private static String nested(List<String> keys, List<String> values) {
    String json = "{}";
    for (int i = 0; i < keys.size(); i++) {
      json =
          i % 2 == 0
              ? "{\"%s\": %s, \"more\": %s}".formatted(keys.get(i), values.get(i), json)
              : "{\"%s\": [%s, %s]}".formatted(keys.get(i), json, values.get(i));
    }
    return json;
  }

  private static void attempt(byte[] body) {
    try {
      assertNotNull(RequestReader.batch(body, 100).drafts());
    } catch (MalformedJsonException | TooLargeException expected) {
      assertNotNull(expected.getMessage());
    }
  }

  private static Request batch(String body) {
    return RequestReader.batch(body.getBytes(UTF_8), 100);
  }

  private static Draft single(String body) {
    return RequestReader.single(EventKind.TRACK, body.getBytes(UTF_8)).drafts().getFirst();
  }
}
