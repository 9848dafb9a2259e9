// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import io.wayside.journal.record.Chain;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was refused for want of room since this was last recorded, by stream. A station that hands
 * the same draft in again and again is counted once as a draft and each time as an answer. Kept in
 * the database, so that a stop does not make it forgotten. Used by the writer's thread only.
 */
final class Refusals {

  /** So many drafts are told apart; beyond, each answer counts as a draft. */
  private static final int MOST_KNOWN = 10_000;

  /** Of one stream; times in milliseconds since 1970. */
  record Count(long drafts, long answers, long firstMs, long lastMs) {}

  private final Map<String, Count> counts = new TreeMap<>();
  private final Set<Long> known = new HashSet<>();
  private boolean changed;

  static Refusals read(Connection connection) throws SQLException {
    Refusals refusals = new Refusals();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT stream, drafts, answers, first, last FROM refusal")) {
      while (row.next()) {
        refusals.counts.put(
            row.getString(1),
            new Count(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
    return refusals;
  }

  void refused(Pending pending, Instant now) {
    boolean isNew = known.size() >= MOST_KNOWN || known.add(likeness(pending));
    long ms = now.toEpochMilli();
    counts.merge(
        pending.stream(),
        new Count(1, 1, ms, ms),
        (had, one) ->
            new Count(had.drafts + (isNew ? 1 : 0), had.answers + 1, had.firstMs, one.lastMs));
    changed = true;
  }

  /** Drafts of the same stream and content are the same draft, handed in again. */
  private static long likeness(Pending pending) {
    return ByteBuffer.wrap(Chain.digest(pending.matter())).getLong() ^ pending.stream().hashCode();
  }

  boolean any() {
    return !counts.isEmpty();
  }

  boolean names(String stream) {
    return counts.containsKey(stream);
  }

  /** The body of {@code journal-refused/1}. */
  Value.Fields body() {
    List<Value> streams = new ArrayList<>();
    counts.forEach(
        (stream, count) ->
            streams.add(
                Value.Fields.with("stream", stream)
                    .and("drafts", count.drafts)
                    .and("answers", count.answers)
                    .and("first", Instant.ofEpochMilli(count.firstMs).toString())
                    .and("last", Instant.ofEpochMilli(count.lastMs).toString())
                    .build()));
    return Value.Fields.with("streams", new Value.Many(streams)).build();
  }

  /** Keeps what changed, in a transaction of its own. */
  void keep(Connection connection) throws SQLException {
    if (!changed) {
      return;
    }
    try (Transaction transaction = Transaction.begin(connection);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO refusal (stream, drafts, answers, first, last)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, Count> entry : counts.entrySet()) {
        Count count = entry.getValue();
        insert.setString(1, entry.getKey());
        insert.setLong(2, count.drafts);
        insert.setLong(3, count.answers);
        insert.setLong(4, count.firstMs);
        insert.setLong(5, count.lastMs);
        insert.executeUpdate();
      }
      transaction.commit();
    }
    changed = false;
  }

  /** Goes with the record that names them. */
  static void forget(Connection connection) throws SQLException {
    Database.execute(connection, "DELETE FROM refusal");
  }

  /** They are recorded. */
  void recorded() {
    counts.clear();
    known.clear();
    changed = false;
  }
}
