package dev.perennial.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the .proto files against {@code contracts.lock}, the contract as it was committed: records
 * are kept for years and services are upgraded one by one. {@code mvn -pl contracts test
 * -Dcontracts.lock=accept} adds what is new to the lock; it never takes anything out.
 */
class CompatibilityTest {

  private static final Path LOCK = Path.of("contracts.lock");
  private static final Path DESCRIPTORS = Path.of("target/generated-sources/grpc/contracts.dsc");

  @Test
  void everythingThatWasCommittedIsStillThereAndTheSame() throws IOException {
    assertEquals(
        List.of(), broken(locked(), current()), "changed or removed without a reservation");
  }

  @Test
  void everythingNewIsInTheLock() throws IOException {
    var added = new TreeSet<>(current());
    added.removeAll(locked());
    if ("accept".equals(System.getProperty("contracts.lock"))) {
      added.addAll(locked());
      Files.write(LOCK, added);
    } else {
      assertEquals(Set.of(), added, "run with -Dcontracts.lock=accept and commit contracts.lock");
    }
  }

  @Test
  void aFieldOfAnotherTypeIsFound() {
    var before = new TreeSet<>(Set.of("a.B 1 LABEL_OPTIONAL TYPE_STRING c"));
    var after = new TreeSet<>(Set.of("a.B 1 LABEL_OPTIONAL TYPE_INT64 c"));
    assertEquals(List.copyOf(before), broken(before, after));
  }

  @Test
  void aFieldMayGoWhenItsNumberIsReserved() {
    var before = new TreeSet<>(Set.of("a.B 1 LABEL_OPTIONAL TYPE_STRING c"));
    assertEquals(List.of(), broken(before, new TreeSet<>(Set.of("a.B 1 reserved"))));
  }

  /** The lines of the lock that no longer hold. */
  private static List<String> broken(SortedSet<String> locked, SortedSet<String> current) {
    return locked.stream()
        .filter(line -> !current.contains(line))
        .filter(line -> !current.contains(reservation(line)))
        .toList();
  }

  private static String reservation(String line) {
    var words = line.split(" ", 3);
    return words[0] + " " + words[1] + " reserved";
  }

  private static SortedSet<String> locked() throws IOException {
    return Files.exists(LOCK) ? new TreeSet<>(Files.readAllLines(LOCK)) : new TreeSet<>();
  }

  private static SortedSet<String> current() throws IOException {
    return ContractLines.of(FileDescriptorSet.parseFrom(Files.readAllBytes(DESCRIPTORS)));
  }
}
