// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store as it is at one moment, to be read through record by record, beside running centres. */
public final class Archive implements AutoCloseable {

  /** Rows a database server hands over at a time. */
  private static final int PAGE = 500;

  private final Database database;
  private final Connection connection;

  /** Is shown one record after the other. */
  public interface Visitor {
    void see(StoredRecord record) throws StoreFailed;
  }

  private Archive(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  public static Archive open(String address) throws StoreFailed {
    Database database = Database.at(address);
    try {
      Connection connection = database.openForReading();
      database.beginReading(connection);
      return new Archive(database, connection);
    } catch (SQLException failed) {
      throw new StoreFailed(
          "cannot read the store "
              + database.place()
              + ": "
              + failed.getMessage()
              + "; name the store that \"central run --store\" writes",
          failed);
    }
  }

  /** Streams that hold records, in the order of their names. */
  public List<StreamKey> streams() throws StoreFailed {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT gateway, stream FROM records ORDER BY gateway, stream");
        ResultSet row = select.executeQuery()) {
      List<StreamKey> keys = new ArrayList<>();
      while (row.next()) {
        keys.add(new StreamKey(row.getString(1), row.getString(2)));
      }
      return keys;
    } catch (SQLException failed) {
      throw JdbcStore.failed(database, "read", failed);
    }
  }

  /** Every record of a stream in order of number. */
  public void readThrough(StreamKey key, Visitor visitor) throws StoreFailed {
    readThrough(key, "", visitor);
  }

  /** Every record of a stream that is of this kind. */
  public void readThrough(StreamKey key, String kind, Visitor visitor) throws StoreFailed {
    String ofKind = kind.isEmpty() ? "" : " AND kind = ?";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM records WHERE gateway = ? AND stream = ?"
                + ofKind
                + " ORDER BY sequence")) {
      select.setFetchSize(PAGE);
      select.setString(1, key.gateway());
      select.setString(2, key.stream());
      if (!kind.isEmpty()) {
        select.setString(3, kind);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.see(Rows.record(row));
        }
      }
    } catch (SQLException failed) {
      throw JdbcStore.failed(database, "read", failed);
    }
  }

  /** The stored hash of a record, when it is there. */
  public Optional<String> hashOf(RecordId id) throws StoreFailed {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT hash FROM records WHERE gateway = ? AND stream = ? AND sequence = ?")) {
      select.setString(1, id.gateway());
      select.setString(2, id.stream());
      select.setLong(3, id.sequence());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw JdbcStore.failed(database, "read", failed);
    }
  }

  public List<GatewayKey> keys() throws StoreFailed {
    try {
      return KeyTable.all(connection);
    } catch (SQLException failed) {
      throw JdbcStore.failed(database, "read", failed);
    }
  }

  /** Completeness by {@link Evidence}. */
  public List<StreamCount> counts() throws StoreFailed {
    try {
      return Evidence.count(connection);
    } catch (SQLException failed) {
      throw JdbcStore.failed(database, "read", failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyUseless) {
      return; // nothing was changed
    }
  }
}
