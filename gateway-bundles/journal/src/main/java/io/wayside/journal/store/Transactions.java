// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Begins the transactions of one connection with statements that are parsed once. */
final class Transactions {

  private final Connection connection;
  private final PreparedStatement begin;
  private PreparedStatement commit;

  Transactions(Connection connection) throws SQLException {
    this.connection = connection;
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.commit = connection.prepareStatement("COMMIT");
  }

  Transaction begin() throws SQLException {
    begin.execute();
    return new Transaction(this::commit, () -> Database.execute(connection, "ROLLBACK"));
  }

  /** A COMMIT that failed and was not finalized would stand in the way of the ROLLBACK. */
  private void commit() throws SQLException {
    try {
      commit.execute();
    } catch (SQLException failed) {
      commit.close();
      commit = connection.prepareStatement("COMMIT");
      throw failed;
    }
  }

  List<PreparedStatement> statements() {
    return List.of(begin, commit);
  }
}
