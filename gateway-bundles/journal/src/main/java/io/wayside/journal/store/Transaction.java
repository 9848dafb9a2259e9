// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A write transaction; closed without a commit it is rolled back. */
final class Transaction implements AutoCloseable {

  /** A statement without parameters or result. */
  interface Step {
    void run() throws SQLException;
  }

  private final Step commit;
  private final Step rollback;
  private boolean open = true;

  Transaction(Step commit, Step rollback) {
    this.commit = commit;
    this.rollback = rollback;
  }

  static Transaction begin(Connection connection) throws SQLException {
    Database.execute(connection, "BEGIN IMMEDIATE");
    return new Transaction(
        () -> Database.execute(connection, "COMMIT"),
        () -> Database.execute(connection, "ROLLBACK"));
  }

  /** On stable storage when this returns. After a failure it is rolled back, or SQLite did so. */
  void commit() throws SQLException {
    commit.run();
    open = false;
  }

  @Override
  public void close() throws SQLException {
    if (open) {
      open = false;
      rollback.run();
    }
  }
}
