package dev.perennial.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.gateway.domain.UnavailableException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void aPassingFaultAsksToComeBack() {
    Response answer = new Problems().unavailable(new UnavailableException("Kafka is away"));
    assertEquals(503, answer.getStatus());
    assertEquals("2", answer.getHeaderString("Retry-After"));
  }
}
