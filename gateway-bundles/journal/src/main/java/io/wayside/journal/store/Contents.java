// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SignedSeal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a database holds, but for the records themselves; read in time that does not depend on their
 * number.
 *
 * @param streams by name
 * @param gaps numbers that were given out, or may have been, and are not there
 * @param batch number of the last seal, 0 when there is none
 * @param lastSeal its digest
 * @param lastKey id of the key it is signed with, empty when there is none
 */
record Contents(
    Map<String, StreamState> streams, List<Gap> gaps, long batch, String lastSeal, String lastKey) {

  /** Of a database without anything. */
  static final Contents EMPTY = new Contents(Map.of(), List.of(), 0, Seal.origin(), "");

  /** Numbers without records; {@code hash} stands for the record at {@code last} in the chain. */
  @SuppressWarnings("ArrayRecordComponent") // read once at start; never compared
  record Gap(String stream, long first, long last, byte[] hash, String cause) {}

  static Contents read(Connection connection) throws SQLException {
    Map<Integer, StreamState> byId = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, name, importance, anchor, anchor_hash FROM stream ORDER BY id")) {
      while (row.next()) {
        long anchor = row.getLong(4);
        byte[] anchorHash = hash(row, 5);
        byId.put(
            row.getInt(1),
            new StreamState(
                row.getInt(1),
                row.getString(2),
                Rank.importance(row.getInt(3)),
                anchor,
                anchorHash,
                anchor,
                anchorHash));
      }
    }
    List<Gap> gaps = gaps(connection, byId);
    Map<String, StreamState> streams = new LinkedHashMap<>();
    Filing filing = Filing.of(connection);
    for (StreamState state : byId.values()) {
      try (PreparedStatement last =
          connection.prepareStatement(
              "SELECT place, hash FROM "
                  + filing.table(state.id())
                  + " WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1")) {
        streams.put(state.name(), withHead(last, state, gaps));
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT batch, key, content, signature FROM seal ORDER BY batch DESC LIMIT 1")) {
      if (!row.next()) {
        return new Contents(streams, gaps, 0, Seal.origin(), "");
      }
      SignedSeal seal = new SignedSeal(row.getString(2), row.getBytes(3), row.getBytes(4));
      return new Contents(streams, gaps, row.getLong(1), seal.digest(), seal.keyId());
    }
  }

  private static List<Gap> gaps(Connection connection, Map<Integer, StreamState> byId)
      throws SQLException {
    List<Gap> gaps = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT stream, first, last, hash, cause FROM gap ORDER BY stream, first")) {
      while (row.next()) {
        StreamState state = byId.get(row.getInt(1));
        if (state != null) {
          gaps.add(
              new Gap(
                  state.name(), row.getLong(2), row.getLong(3), hash(row, 4), row.getString(5)));
        }
      }
    }
    return gaps;
  }

  private static StreamState withHead(PreparedStatement last, StreamState state, List<Gap> gaps)
      throws SQLException {
    StreamState headed = state;
    last.setLong(1, Place.of(state.id(), 0));
    last.setLong(2, Place.of(state.id(), Place.LAST_SEQUENCE));
    try (ResultSet row = last.executeQuery()) {
      if (row.next()) {
        headed = state.advanced(Place.sequence(row.getLong(1)), hash(row, 2), state.importance());
      }
    }
    for (Gap gap : gaps) {
      if (gap.stream().equals(state.name()) && gap.last() > headed.head()) {
        headed = headed.advanced(gap.last(), gap.hash(), headed.importance());
      }
    }
    return headed;
  }

  private static byte[] hash(ResultSet row, int column) throws SQLException {
    byte[] hash = row.getBytes(column);
    if (hash == null || hash.length != Chain.HASH_BYTES) {
      throw new SQLException("a hash in the journal's database is not 32 bytes long");
    }
    return hash;
  }
}
