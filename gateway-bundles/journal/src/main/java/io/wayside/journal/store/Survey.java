// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the journal stands, for whoever asks; in time that does not grow with what is kept. */
final class Survey {

  private final Connection connection;
  private final Filing filing;
  private final Collection<StreamState> streams;

  /** The first record a destination waits for, and when it was committed. */
  private record Oldest(String stream, long sequence, long writtenMs) {}

  Survey(Connection connection, Collection<StreamState> streams) throws SQLException {
    this.connection = connection;
    this.filing = Filing.of(connection);
    this.streams = streams;
  }

  Value.Fields of(JournalSettings settings, Space space, List<StoredOutbox> outboxes)
      throws SQLException {
    List<Value> destinations = new ArrayList<>();
    for (StoredOutbox outbox : outboxes) {
      destinations.add(destination(outbox));
    }
    List<Value> kept = new ArrayList<>();
    for (StreamState stream : streams) {
      kept.add(
          Value.Fields.with("stream", stream.name())
              .and("firstKept", stream.anchor() + 1)
              .and("last", stream.head())
              .build());
    }
    return Value.Fields.with("usedBytes", space.usedBytes())
        .and("quotaBytes", settings.quotaBytes())
        .and("reserveBytes", space.reserve().bytes())
        .and("reserve", space.reserve().isWhole() ? "whole" : "given-up")
        .and("destinations", destinations)
        .and("streams", kept)
        .build();
  }

  private Value.Fields destination(StoredOutbox outbox) throws SQLException {
    FieldsBuilder said =
        Value.Fields.with("destination", outbox.destination())
            .and("open", outbox.isInUse())
            .and("backlog", outbox.backlog());
    Oldest oldest = null;
    for (StreamState stream : streams) {
      Oldest first = first(stream, outbox.state().through(stream.name()));
      if (first != null && (oldest == null || first.writtenMs < oldest.writtenMs)) {
        oldest = first;
      }
    }
    if (oldest == null) {
      return said.and("oldest", Value.ABSENT).build();
    }
    return said.and(
            "oldest",
            Value.Fields.with("stream", oldest.stream)
                .and("sequence", oldest.sequence)
                .and("written", Instant.ofEpochMilli(oldest.writtenMs).toString())
                .build())
        .build();
  }

  private @Nullable Oldest first(StreamState stream, long through) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, written FROM "
                + filing.table(stream.id())
                + " LEFT JOIN seal USING (batch) WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
      select.setLong(1, Place.of(stream.id(), through + 1));
      select.setLong(2, Place.of(stream.id(), Place.LAST_SEQUENCE));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Oldest(stream.name(), Place.sequence(row.getLong(1)), row.getLong(2))
            : null;
      }
    }
  }
}
