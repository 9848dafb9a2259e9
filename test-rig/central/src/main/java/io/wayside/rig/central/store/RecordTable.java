// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Puts records in, each number once. */
final class RecordTable {

  private static final String INSERT =
      """
      INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (gateway, stream, sequence) DO NOTHING""";

  private final Connection connection;

  RecordTable(Connection connection) {
    this.connection = connection;
  }

  long highestArrival() throws SQLException {
    return Database.number(connection, "SELECT COALESCE(MAX(arrival), 0) FROM records");
  }

  /** Returns for each row whether it is in now and was not before. */
  List<Boolean> insert(List<StoredRecord> rows) throws SQLException {
    List<Boolean> inserted = new ArrayList<>(rows.size());
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (StoredRecord row : rows) {
        bind(insert, row.id());
        insert.setLong(4, row.arrival());
        insert.setString(5, row.kind());
        insert.setString(6, row.occurred().toString());
        insert.setLong(7, row.received().toEpochMilli());
        insert.setString(8, row.previousHash());
        insert.setString(9, row.hash());
        insert.setString(10, row.payload());
        insert.addBatch();
      }
      for (int count : insert.executeBatch()) {
        if (count == Statement.SUCCESS_NO_INFO) {
          throw new SQLException("the driver does not tell which rows are new");
        }
        inserted.add(count == 1);
      }
    }
    return inserted;
  }

  /** The hash of a stored record. */
  String hashOf(RecordId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT hash FROM records WHERE gateway = ? AND stream = ? AND sequence = ?")) {
      bind(select, id);
      try (ResultSet found = select.executeQuery()) {
        if (!found.next()) {
          throw new SQLException(
              "the tables runs and records disagree about "
                  + id
                  + "; delete the stream's runs or put the record back");
        }
        return found.getString(1);
      }
    }
  }

  private static void bind(PreparedStatement statement, RecordId id) throws SQLException {
    statement.setString(1, id.gateway());
    statement.setString(2, id.stream());
    statement.setLong(3, id.sequence());
  }
}
