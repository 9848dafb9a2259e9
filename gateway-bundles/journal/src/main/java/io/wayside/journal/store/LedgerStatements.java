// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ledger says to the database, parsed once. */
record LedgerStatements(
    Transactions transactions,
    RecordWriter records,
    PreparedStatement insertSeal,
    PreparedStatement raiseImportance,
    PreparedStatement useBlob,
    PreparedStatement keepCursor,
    PreparedStatement keepKey) {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerStatements.class);

  LedgerStatements(Connection connection, Filing filing) throws SQLException {
    this(
        new Transactions(connection),
        new RecordWriter(connection, filing),
        connection.prepareStatement(
            "INSERT INTO seal (batch, written, key, content, signature) VALUES (?, ?, ?, ?, ?)"),
        connection.prepareStatement("UPDATE stream SET importance = ? WHERE id = ?"),
        connection.prepareStatement(BlobUses.USE),
        connection.prepareStatement(
            "INSERT INTO cursor (destination, stream, through, beyond) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (destination, stream) DO UPDATE"
                + " SET through = excluded.through, beyond = excluded.beyond"),
        connection.prepareStatement(
            "INSERT INTO sealing_key (id, algorithm, public) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING"));
  }

  /** Lets go of all of them, also of those whose last use failed. */
  void close() {
    List<PreparedStatement> all = new ArrayList<>(transactions.statements());
    all.addAll(records.statements());
    all.addAll(List.of(insertSeal, raiseImportance, useBlob, keepCursor, keepKey));
    for (PreparedStatement each : all) {
      try {
        each.close();
      } catch (SQLException ended) { // says once more why its last use failed
        LOG.debug("a statement ended with: {}", ended.getMessage());
      }
    }
  }
}
