// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is made anew after a failure: a database server may be restarted. */
final class Lasting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lasting.class);

  private final Source source;
  private final Step begin;
  private final Step commit;
  private @Nullable Connection connection;

  private interface Step {
    void on(Connection connection) throws SQLException;
  }

  private interface Source {
    Connection open() throws SQLException;
  }

  /** What is done within one transaction. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private Lasting(Source source, Step begin, Step commit) throws SQLException {
    this.source = source;
    this.begin = begin;
    this.commit = commit;
    this.connection = source.open();
  }

  static Lasting writing(Database database) throws SQLException {
    return new Lasting(database::openForWriting, database::beginWriting, database::commit);
  }

  static Lasting reading(Database database) throws SQLException {
    return new Lasting(database::openForReading, database::beginReading, database::commit);
  }

  /** Commits what the work did; when anything fails nothing is changed. */
  synchronized <T> T transact(Work<T> work) throws SQLException {
    Connection current = connection;
    if (current == null) {
      current = source.open();
      connection = current;
    }
    boolean done = false;
    try {
      begin.on(current);
      T result = work.on(current);
      commit.on(current);
      done = true;
      return result;
    } finally {
      if (!done) {
        close(); // whatever was begun is rolled back with it
      }
    }
  }

  @Override
  public synchronized void close() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException alreadyUseless) {
        LOG.debug("closing a connection: {}", alreadyUseless.getMessage());
      }
    }
  }
}
