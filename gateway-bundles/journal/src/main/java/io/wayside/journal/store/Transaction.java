// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A write transaction; closed without a commit it is rolled back. */
final class Transaction implements AutoCloseable {

  private final Connection connection;
  private boolean open;

  private Transaction(Connection connection) {
    this.connection = connection;
    this.open = true;
  }

  static Transaction begin(Connection connection) throws SQLException {
    Database.execute(connection, "BEGIN IMMEDIATE");
    return new Transaction(connection);
  }

  /** On stable storage when this returns. After a failure it is rolled back, or SQLite did so. */
  void commit() throws SQLException {
    Database.execute(connection, "COMMIT");
    open = false;
  }

  @Override
  public void close() throws SQLException {
    if (open) {
      open = false;
      Database.execute(connection, "ROLLBACK");
    }
  }
}
