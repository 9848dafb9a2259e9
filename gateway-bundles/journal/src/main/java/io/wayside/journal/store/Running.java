// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.time.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * For how long this journal has been running, over all its starts; what it was switched off does
 * not count. So a wall clock that steps, or a box that was stored for a month, never makes a record
 * look older than it is; at worst it stays longer. Kept in {@code about} under {@code running}.
 */
final class Running {

  private static final String NAME = "running";
  private static final long NANOS_PER_MS = 1_000_000;

  private final long keptMs;
  private final String bootId;
  private final long monotonicNanos;

  private Running(long keptMs, String bootId, long monotonicNanos) {
    this.keptMs = keptMs;
    this.bootId = bootId;
    this.monotonicNanos = monotonicNanos;
  }

  /** What the database says; within one boot the time between two processes counts too. */
  static Running read(Connection connection, Stamp now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM about WHERE name = ?")) {
      select.setString(1, NAME);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? parse(row.getString(1), now) : begin(0, now);
      }
    }
  }

  private static Running parse(String value, Stamp now) {
    String[] words = value.split(" ", 3);
    try {
      long ms = Math.max(0, Long.parseLong(words[0]));
      if (words.length == 3 && words[2].equals(now.bootId())) {
        long then = Long.parseLong(words[1]);
        if (then <= now.monotonicNanos()) {
          return new Running(ms, now.bootId(), then);
        }
      }
      return begin(ms, now);
    } catch (NumberFormatException damaged) {
      return begin(0, now); // everything is as young as can be, and so is kept longer
    }
  }

  private static Running begin(long ms, Stamp now) {
    return new Running(ms, now.bootId(), now.monotonicNanos());
  }

  /** In milliseconds; only grows. */
  long ms(Stamp now) {
    return now.bootId().equals(bootId)
        ? keptMs + Math.max(0, now.monotonicNanos() - monotonicNanos) / NANOS_PER_MS
        : keptMs;
  }

  /** Within the caller's transaction. */
  void keep(Connection connection, Stamp now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO about (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
      insert.setString(1, NAME);
      insert.setString(2, ms(now) + " " + now.monotonicNanos() + " " + now.bootId());
      insert.executeUpdate();
    }
  }
}
