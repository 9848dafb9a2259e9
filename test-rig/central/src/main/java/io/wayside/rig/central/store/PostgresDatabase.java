// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A schema of a PostgreSQL database; any number of instances on any number of machines. */
final class PostgresDatabase implements Database {

  static final String SCHEME = "jdbc:postgresql:";

  private static final String CONNECT_S = "10";
  private static final String ANSWER_S = "60";

  private static final String LOCK = "SELECT pg_advisory_xact_lock(" + Tables.APPLICATION_ID + ")";

  private final String url;

  PostgresDatabase(String url) {
    this.url = url;
  }

  @Override
  public Connection openForWriting() throws SQLException {
    Properties settings = settings();
    settings.setProperty("socketTimeout", ANSWER_S); // a server that is gone without a word
    Connection connection = DriverManager.getConnection(url, settings);
    try {
      connection.setAutoCommit(false);
      Database.execute(connection, "SET synchronous_commit = on"); // whatever the role's default is
      beginWriting(connection);
      if (Database.number(connection, "SELECT COUNT(*) WHERE to_regclass('centre') IS NULL") == 1) {
        Database.execute(connection, Tables.CREATE.toArray(String[]::new));
        Database.execute(
            connection,
            "CREATE TABLE centre (version INTEGER NOT NULL)",
            "INSERT INTO centre VALUES (" + Tables.VERSION + ")");
      }
      requireOurs(connection);
      connection.commit();
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public Connection openForReading() throws SQLException {
    Connection connection = DriverManager.getConnection(url, settings());
    try {
      if (Database.number(connection, "SELECT COUNT(*) WHERE to_regclass('centre') IS NULL") == 1) {
        throw new SQLException("it holds no centre's tables");
      }
      requireOurs(connection);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public void beginWriting(Connection connection) throws SQLException {
    Database.execute(connection, LOCK);
  }

  /** The first statement begins it. */
  @Override
  public void beginReading(Connection connection) {}

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public String place() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String remedy() {
    return "look at the server, the address, the user's rights and pg_hba.conf";
  }

  private void requireOurs(Connection connection) throws SQLException {
    long version = Database.number(connection, "SELECT version FROM centre");
    if (version != Tables.VERSION) {
      throw Database.otherVersion(place(), version);
    }
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("ApplicationName", "wayside-central");
    settings.setProperty("connectTimeout", CONNECT_S);
    settings.setProperty("tcpKeepAlive", "true");
    return settings;
  }
}
