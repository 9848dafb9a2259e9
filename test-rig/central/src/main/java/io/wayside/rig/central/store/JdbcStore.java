// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.rig.central.heads.PublicKeyText;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The store in SQLite or PostgreSQL. */
public final class JdbcStore implements Store {

  private final Database database;
  private final Lasting writer;
  private final Lasting reader;

  private JdbcStore(Database database, Lasting writer, Lasting reader) {
    this.database = database;
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Opens a store and makes its tables when they are not there.
   *
   * @param address name of an SQLite file, or {@code jdbc:postgresql://host/database?user=…}
   */
  public static JdbcStore open(String address) throws StoreFailed {
    Database database = Database.at(address);
    Lasting writer = null;
    Lasting reader = null;
    try {
      writer = Lasting.writing(database);
      reader = Lasting.reading(database);
      return new JdbcStore(database, writer, reader);
    } catch (SQLException failed) {
      throw failed(database, "open", failed);
    } finally {
      if (reader == null && writer != null) {
        writer.close();
      }
    }
  }

  @Override
  public List<Outcome> store(List<Message> messages) throws StoreFailed {
    return write(connection -> new Transaction(connection).take(messages));
  }

  @Override
  public List<StreamCount> counts() throws StoreFailed {
    return read(connection -> new Bookkeeping(connection).counts());
  }

  @Override
  public List<StoredRecord> ofStream(StreamKey key, long after, int limit) throws StoreFailed {
    return read(connection -> Rows.ofStream(connection, key, after, limit));
  }

  @Override
  public List<StoredRecord> arrivedAfter(long arrival, int limit) throws StoreFailed {
    return read(connection -> Rows.arrivedAfter(connection, arrival, limit));
  }

  @Override
  public List<StoredRecord> latest(int limit, String... kinds) throws StoreFailed {
    return read(connection -> Rows.latest(connection, limit, kinds));
  }

  @Override
  public List<StoredRecord> openAlarms(int limit) throws StoreFailed {
    return read(connection -> Rows.openAlarms(connection, limit));
  }

  @Override
  public List<GatewayKey> keys() throws StoreFailed {
    return read(KeyTable::all);
  }

  @Override
  public void install(String gateway, PublicKeyText key, Instant at) throws StoreFailed {
    write(
        connection -> {
          KeyTable.install(connection, gateway, key, at);
          return List.of();
        });
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }

  private <T> T write(Lasting.Work<T> work) throws StoreFailed {
    try {
      return writer.transact(work);
    } catch (SQLException failed) {
      throw failed(database, "write", failed);
    }
  }

  private <T> T read(Lasting.Work<T> work) throws StoreFailed {
    try {
      return reader.transact(work);
    } catch (SQLException failed) {
      throw failed(database, "read", failed);
    }
  }

  static StoreFailed failed(Database database, String what, SQLException failed) {
    return new StoreFailed(
        "cannot "
            + what
            + " the store "
            + database.place()
            + ": "
            + failed.getMessage()
            + "; "
            + database.remedy(),
        failed);
  }
}
