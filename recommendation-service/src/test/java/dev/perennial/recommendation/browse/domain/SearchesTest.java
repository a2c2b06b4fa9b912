package dev.perennial.recommendation.browse.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

class SearchesTest {

  @Test
  void aNumberInUseIsNotGivenOutAgainWhenTheNumbersComeRound() {
    var searches = comeRoundTo(7, "tea");
    assertNotEquals(7, searches.number("cups"));
    assertEquals(7, searches.number("tea"));
  }

  /** As a replica that has given out all numbers once, and still has this one in use. */
  private static Searches comeRoundTo(int number, String query) {
    var bytes = new ByteArrayOutputStream();
    var out = new SnapshotOutput(Channels.newChannel(bytes));
    out.writeInt(number);
    out.writeInt(1);
    out.writeInt(number);
    out.writeText(query);
    out.end();
    var searches = new Searches();
    searches.read(
        new SnapshotInput(Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray()))));
    return searches;
  }
}
