package dev.perennial.localstack;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.contracts.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestStackTest {

  private final TestStack stack = TestStack.shared();

  @Test
  void postgresKeepsWhatWasCommittedThroughAKill() throws SQLException {
    stack.createDatabase("crash");
    try (var connection = connect("crash");
        var statement = connection.createStatement()) {
      statement.execute("create table kept (value int)");
      statement.execute("insert into kept values (42)");
    }
    stack.postgres().kill();
    assertThrows(SQLException.class, () -> connect("crash").close());
    stack.postgres().start();
    try (var connection = connect("crash");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select value from kept")) {
      assertTrue(rows.next());
      assertEquals(42, rows.getInt(1));
    }
  }

  @Test
  void aDatabaseBelongsToTheRoleOfItsName() throws SQLException {
    stack.createDatabase("twice");
    stack.createDatabase("twice");
    try (var connection = connect("twice");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select current_user, current_setting('fsync')")) {
      assertTrue(rows.next());
      assertEquals("twice", rows.getString(1));
      assertEquals("on", rows.getString(2));
    }
  }

  @Test
  void kafkaHasEveryTopicAndItsDeadOneAndKeepsThemThroughARestart() throws Exception {
    stack.kafka().restart();
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafka().address()))) {
      var names = admin.listTopics().names().get();
      assertEquals(14, names.size());
      var topic = Topics.PROFILE_ACTIVITY + Topics.DEAD_SUFFIX;
      var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
      assertEquals(TestStack.SHARDS, requireNonNull(described.get(topic)).partitions().size());
    }
  }

  @Test
  void aPausedServerGoesOnWhereItWas() throws SQLException {
    stack.createDatabase("paused");
    try (var connection = connect("paused")) {
      connection.setNetworkTimeout(Runnable::run, 10_000);
      stack.postgres().pause();
      assertFalse(answersWithin(1));
      stack.postgres().resume();
      assertTrue(connection.isValid(10));
    }
  }

  private boolean answersWithin(int seconds) {
    try (var connection =
        DriverManager.getConnection(
            stack.jdbcUrl("paused") + "&connectTimeout=" + seconds + "&socketTimeout=" + seconds)) {
      return connection.isValid(seconds);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(stack.jdbcUrl(database));
  }
}
