// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.time.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * Notes now and then how far each stream is acknowledged everywhere and how far it has come, each
 * with the running time then. From that it is told later what was acknowledged long enough ago, and
 * what is younger than an hour. Used by the writer's thread only.
 */
final class Marks {

  /** What is younger is thinned last. */
  static final Duration NEWEST = Duration.ofHours(1);

  private static final String ACKNOWLEDGED = "a";
  private static final String HEAD = "h";
  private static final long SELDOM_MS = Duration.ofMinutes(5).toMillis();
  private static final long OFTEN_MS = Duration.ofSeconds(30).toMillis();

  private final Connection connection;
  private final Running running;
  private final long everyMs;
  private long notedMs = Long.MIN_VALUE / 2;

  /**
   * @param keep for how long acknowledged records stay; marks are as close as that needs
   */
  Marks(Connection connection, Running running, Duration keep) {
    this.connection = connection;
    this.running = running;
    this.everyMs = Math.min(SELDOM_MS, Math.max(OFTEN_MS, keep.toMillis() / 100));
  }

  Connection connection() {
    return connection;
  }

  /** Notes where the streams are, when it is time to. */
  void noteIfDue(Collection<StreamState> streams, ToLongFunction<StreamState> through, Stamp now)
      throws SQLException {
    long nowMs = running.ms(now);
    if (nowMs - notedMs < everyMs) {
      return;
    }
    notedMs = nowMs;
    try (Transaction transaction = Transaction.begin(connection)) {
      for (StreamState stream : streams) {
        long acknowledged = through.applyAsLong(stream);
        // A destination that came new has not got what the others have.
        change(
            "DELETE FROM mark WHERE stream = ? AND what = 'a' AND number > ?",
            stream,
            acknowledged);
        change(
            "DELETE FROM mark WHERE stream = ? AND what = 'a' AND number <= ?",
            stream,
            stream.anchor());
        if (acknowledged > stream.anchor()) {
          note(stream, ACKNOWLEDGED, acknowledged, nowMs);
        }
        change(
            "DELETE FROM mark WHERE stream = ? AND what = 'h' AND number < ?",
            stream,
            headBefore(stream, now));
        note(stream, HEAD, stream.head(), nowMs);
      }
      running.keep(connection, now);
      transaction.commit();
    }
  }

  /** All up to this number was acknowledged everywhere at least that long ago; 0 when none was. */
  long acknowledgedFor(StreamState stream, Duration age, Stamp now) throws SQLException {
    return latest(stream, ACKNOWLEDGED, running.ms(now) - age.toMillis());
  }

  /** All up to this number is older than {@link #NEWEST}; 0 when none is known to be. */
  long headBefore(StreamState stream, Stamp now) throws SQLException {
    return latest(stream, HEAD, running.ms(now) - NEWEST.toMillis());
  }

  private long latest(StreamState stream, String what, long runningMs) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT max(number) FROM mark WHERE stream = ? AND what = ? AND running <= ?")) {
      select.setInt(1, stream.id());
      select.setString(2, what);
      select.setLong(3, runningMs);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** Where nothing moved, the earlier mark says more and stays. */
  private void note(StreamState stream, String what, long number, long nowMs) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO mark (stream, what, number, running) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      insert.setInt(1, stream.id());
      insert.setString(2, what);
      insert.setLong(3, number);
      insert.setLong(4, nowMs);
      insert.executeUpdate();
    }
  }

  private void change(String sql, StreamState stream, long number) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, stream.id());
      statement.setLong(2, number);
      statement.executeUpdate();
    }
  }
}
