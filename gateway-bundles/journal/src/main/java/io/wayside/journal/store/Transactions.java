// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Begins the transactions of one connection with statements that are parsed once. */
final class Transactions {

  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;

  Transactions(Connection connection) throws SQLException {
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.commit = connection.prepareStatement("COMMIT");
    this.rollback = connection.prepareStatement("ROLLBACK");
  }

  Transaction begin() throws SQLException {
    begin.execute();
    return new Transaction(commit::execute, rollback::execute);
  }
}
