// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that go many at a time lie as if they had gone one by one. */
class RecordWriterTest {

  private static final int STREAMS = 5;
  private static final int BATCHES = 40;

  @TempDir Path folder;
  private final Random random = new Random(73);
  private final long[] heads = new long[STREAMS + 1];

  /** Any number of rows of any streams, mixed as they come. */
  private List<Bound.Row> batch(int rows) {
    List<Bound.Row> batch = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int stream = 1 + (random.nextInt(3) == 0 ? random.nextInt(STREAMS) : 0);
      byte[] hash = new byte[32];
      byte[] content = new byte[random.nextInt(1200)];
      random.nextBytes(hash);
      random.nextBytes(content);
      long place = Place.of(stream, ++heads[stream]);
      batch.add(new Bound.Row(place, random.nextInt(6), hash, content));
    }
    return batch;
  }

  private static String line(Bound.Row row, long batch) {
    HexFormat hex = HexFormat.of();
    return batch
        + " "
        + row.rank()
        + " "
        + hex.formatHex(row.hash())
        + " "
        + hex.formatHex(row.content());
  }

  private static void read(Connection connection, String table, Map<Long, String> into)
      throws SQLException {
    HexFormat hex = HexFormat.of();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT place, batch, importance, hash, content, digest FROM " + table)) {
      while (row.next()) {
        assertThat(row.getBytes(6)).isNull();
        String line =
            row.getLong(2)
                + " "
                + row.getInt(3)
                + " "
                + hex.formatHex(row.getBytes(4))
                + " "
                + hex.formatHex(row.getBytes(5));
        assertThat(into.put(row.getLong(1), line)).as("each once").isNull();
      }
    }
  }

  private Connection database(Filing filing) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(filing + ".db"));
    for (int stream = 1; stream <= STREAMS; stream++) {
      if (stream == 1 || filing == Filing.BY_STREAM) {
        Database.execute(connection, Schema.recordTable(filing.table(stream)));
      }
    }
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void everyRowLiesInTheTableOfItsStreamWithWhatItHolds() throws Exception {
    for (Filing filing : Filing.values()) {
      Map<Long, String> truth = new TreeMap<>();
      Map<Long, String> kept = new TreeMap<>();
      try (Connection connection = database(filing)) {
        RecordWriter writer = new RecordWriter(connection, filing);
        for (int number = 1; number <= BATCHES; number++) {
          List<Bound.Row> rows = batch(number % 7 == 0 ? 0 : random.nextInt(90));
          writer.store(rows, number);
          for (Bound.Row row : rows) {
            truth.put(row.place(), line(row, number));
          }
        }
        connection.commit();
        for (int stream = 1; stream <= STREAMS; stream++) {
          if (stream == 1 || filing == Filing.BY_STREAM) {
            read(connection, filing.table(stream), kept);
          }
        }
        connection.commit();
      }
      assertThat(kept).isEqualTo(truth).hasSizeGreaterThan(BATCHES * 20);
    }
  }

  @Test
  void aPlaceThatIsTakenFailsTheWholeBatch() throws Exception {
    try (Connection connection = database(Filing.BY_STREAM)) {
      RecordWriter writer = new RecordWriter(connection, Filing.BY_STREAM);
      writer.store(batch(50), 1);
      connection.commit();
      heads[1]--;
      List<Bound.Row> again = batch(50);

      assertThatThrownBy(() -> writer.store(again, 2)).isInstanceOf(SQLException.class);

      connection.rollback();
      Map<Long, String> kept = new TreeMap<>();
      for (int stream = 1; stream <= STREAMS; stream++) {
        read(connection, Filing.BY_STREAM.table(stream), kept);
      }
      connection.rollback();
      assertThat(kept).hasSize(50);
    }
  }

  private List<WeakReference<byte[]>> store(RecordWriter writer, int rows) throws SQLException {
    List<Bound.Row> batch = batch(rows);
    writer.store(batch, 1);
    return batch.stream().map(row -> new WeakReference<>(row.content())).toList();
  }

  /** A statement is kept for each stream and number of rows: together they would keep much. */
  @Test
  void whatWasStoredIsNotKeptInMemory() throws Exception {
    try (Connection connection = database(Filing.BY_STREAM)) {
      RecordWriter writer = new RecordWriter(connection, Filing.BY_STREAM);
      List<WeakReference<byte[]>> contents = store(writer, 200);
      for (int i = 0; i < 20 && contents.stream().anyMatch(one -> one.get() != null); i++) {
        System.gc();
      }
      assertThat(contents).hasSize(200).allMatch(one -> one.get() == null);
      connection.commit();
    }
  }
}
