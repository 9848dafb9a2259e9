// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in one SQLite file. */
public final class SqliteStore implements Store {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  private final Path file;
  private final SoleUse soleUse;
  private final Connection writer;
  private final Connection reader;
  private final Ledger ledger = new Ledger();
  private final Object writing = new Object();
  private final Object reading = new Object();
  private long lastArrival;
  private long lastRefusal;

  private SqliteStore(Path file, SoleUse soleUse, Connection writer, Connection reader) {
    this.file = file;
    this.soleUse = soleUse;
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the file and makes it when it is not there. */
  public static SqliteStore open(Path file) throws StoreFailed {
    Path absolute = file.toAbsolutePath();
    Opened opened = new Opened();
    try {
      Path folder = absolute.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      opened.soleUse = SoleUse.of(absolute);
      opened.writer = Database.openForWriting(absolute);
      opened.reader = Database.openForReading(absolute);
      SqliteStore store = new SqliteStore(absolute, opened.soleUse, opened.writer, opened.reader);
      Opening.fill(store.ledger, opened.reader);
      store.lastArrival = Opening.highest(opened.reader, "arrival", "records");
      store.lastRefusal = Opening.highest(opened.reader, "number", "refusals");
      return store;
    } catch (SQLException | IOException failed) {
      opened.close();
      throw new StoreFailed("cannot open the store " + file + ": " + failed.getMessage(), failed);
    }
  }

  @Override
  public List<Outcome> store(List<Message> messages) throws StoreFailed {
    synchronized (writing) {
      Batch batch = new Batch(writer, ledger::knows, lastArrival, lastRefusal);
      try {
        for (Message message : messages) {
          batch.add(message);
        }
        batch.close();
        writer.commit();
      } catch (SQLException failed) {
        rollBack();
        throw failed("write", failed);
      }
      lastArrival = batch.lastArrival();
      lastRefusal = batch.lastRefusal();
      batch.tallies().forEach(ledger::add);
      return batch.outcomes();
    }
  }

  @Override
  public List<StreamCount> counts() {
    return ledger.counts();
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
  public void close() {
    synchronized (writing) {
      synchronized (reading) {
        Opened opened = new Opened();
        opened.soleUse = soleUse;
        opened.writer = writer;
        opened.reader = reader;
        opened.close();
      }
    }
  }

  private interface Query {
    List<StoredRecord> on(Connection connection) throws SQLException;
  }

  private List<StoredRecord> read(Query query) throws StoreFailed {
    synchronized (reading) {
      try {
        return query.on(reader);
      } catch (SQLException failed) {
        throw failed("read", failed);
      }
    }
  }

  private StoreFailed failed(String what, SQLException failed) {
    return new StoreFailed(
        "cannot "
            + what
            + " the store "
            + file
            + ": "
            + failed.getMessage()
            + "; look at its disk (space, rights, health)",
        failed);
  }

  private void rollBack() {
    try {
      writer.rollback();
    } catch (SQLException nothingToRollBack) {
      LOG.debug("roll back: {}", nothingToRollBack.getMessage());
    }
  }

  /** Whatever is open so far, closed together. */
  private static final class Opened {

    private @org.jspecify.annotations.Nullable SoleUse soleUse;
    private @org.jspecify.annotations.Nullable Connection writer;
    private @org.jspecify.annotations.Nullable Connection reader;

    private void close() {
      for (AutoCloseable each : new AutoCloseable[] {reader, writer, soleUse}) {
        if (each != null) {
          try {
            each.close();
          } catch (Exception alreadyUseless) {
            LOG.debug("closing the store: {}", alreadyUseless.getMessage());
          }
        }
      }
    }
  }
}
