// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.journal.record.Chain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of thinning: which records lose their content, and how far the passes are then. Carried
 * out in the transaction that adds the record which names them.
 */
final class ThinningPlan implements Alongside {

  /**
   * Some of a stream.
   *
   * @param numbers those that lose their content
   * @param released blobs they referred to
   */
  record Portion(
      StreamState stream, long first, long last, List<Long> numbers, List<BlobRef> released) {}

  private final Filing filing;
  private final Map<Thinning.Key, Passes> progress;
  private final List<Portion> portions = new ArrayList<>();
  private final Map<Thinning.Key, Integer> changed = new LinkedHashMap<>();
  private final Map<Thinning.Key, Integer> passOf = new LinkedHashMap<>();
  private final List<String> unused = new ArrayList<>();
  private int thinned;
  private long gainBytes;
  private long readBytes;

  ThinningPlan(Filing filing, Map<Thinning.Key, Passes> progress) {
    this.filing = filing;
    this.progress = progress;
  }

  /** How far the passes are when it is carried out. */
  Map<Thinning.Key, Passes> progress() {
    return progress;
  }

  List<Portion> portions() {
    return portions;
  }

  /** Records that lose their content. */
  int thinned() {
    return thinned;
  }

  long gainBytes() {
    return gainBytes;
  }

  long readBytes() {
    return readBytes;
  }

  /** Whether any records were looked at, thinned or not. */
  boolean looked() {
    return !changed.isEmpty();
  }

  /** Whether it takes records of these in an earlier pass. */
  boolean takesBefore(Thinning.Key key, int pass) {
    return passOf.getOrDefault(key, pass) < pass;
  }

  void read(long bytes) {
    readBytes += bytes;
  }

  void looked(Thinning.Key key, int pass, Passes passes, Portion portion, long gain) {
    progress.put(key, passes);
    changed.merge(key, portion.stream().id(), (had, id) -> id);
    thinned += portion.numbers().size();
    gainBytes += gain;
    if (!portion.numbers().isEmpty()) {
      passOf.put(key, pass);
      portions.add(portion);
    }
  }

  /** Blobs nothing refers to once it was carried out. */
  List<String> unused() {
    return unused;
  }

  @Override
  public void change(Connection connection) throws SQLException {
    unused.clear();
    for (Portion portion : portions) {
      rewrite(connection, filing.table(portion.stream().id()), portion);
      BlobUses.release(connection, portion.released(), unused);
    }
    for (Map.Entry<Thinning.Key, Integer> entry : changed.entrySet()) {
      keep(connection, entry.getKey(), entry.getValue());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // taken out and put back; never compared
  private record Row(
      long place,
      long batch,
      int importance,
      byte[] hash,
      byte @Nullable [] content,
      byte @Nullable [] digest) {}

  /**
   * All rows of the range are taken out and put back, those thinned without their content. Emptied
   * in place they would leave holes in pages which nothing else can use: no page would be freed.
   */
  private static void rewrite(Connection connection, String table, Portion portion)
      throws SQLException {
    long first = Place.of(portion.stream().id(), portion.first());
    long last = Place.of(portion.stream().id(), portion.last());
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, batch, importance, hash, content, digest FROM "
                + table
                + " WHERE place BETWEEN ? AND ? ORDER BY place")) {
      select.setLong(1, first - 1);
      select.setLong(2, last);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getLong(1),
                  row.getLong(2),
                  row.getInt(3),
                  row.getBytes(4),
                  row.getBytes(5),
                  row.getBytes(6)));
        }
      }
    }
    Set<Long> numbers = new HashSet<>(portion.numbers());
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM " + table + " WHERE place BETWEEN ? AND ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO "
                    + table
                    + " (place, batch, importance, hash, content, digest) VALUES (?, ?, ?, ?, ?, ?)")) {
      delete.setLong(1, first);
      delete.setLong(2, last);
      delete.executeUpdate();
      Row before = null;
      for (Row row : rows) {
        Row previous = before;
        before = row;
        if (row.place < first) {
          continue;
        }
        byte[] digest = row.content == null ? row.digest : Chain.digest(row.content);
        boolean thin =
            numbers.contains(Place.sequence(row.place)) && !isDamaged(row, digest, previous);
        insert.setLong(1, row.place);
        insert.setLong(2, row.batch);
        insert.setInt(3, row.importance);
        insert.setBytes(4, row.hash);
        insert.setBytes(5, thin ? null : row.content);
        insert.setBytes(6, thin ? digest : row.digest);
        insert.executeUpdate();
      }
    }
  }

  /** A damaged record stays as it is, for whoever reads it to tell. */
  private static boolean isDamaged(Row row, byte @Nullable [] digest, @Nullable Row previous) {
    return digest == null
        || (previous != null
            && previous.place == row.place - 1
            && !Arrays.equals(Chain.link(previous.hash, digest), row.hash));
  }

  private void keep(Connection connection, Thinning.Key key, int stream) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO thinning (stream, importance, pass, reached, spared, spares)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      List<Passes.Pass> passes = progress.getOrDefault(key, Passes.none()).passes();
      for (int i = 0; i < passes.size(); i++) {
        insert.setInt(1, stream);
        insert.setInt(2, Rank.of(key.importance()));
        insert.setInt(3, i + 1);
        insert.setLong(4, passes.get(i).reached());
        insert.setLong(5, passes.get(i).spared());
        insert.setBoolean(6, passes.get(i).spares());
        insert.executeUpdate();
      }
    }
  }

  /** How far the passes are, as the database has it. */
  static Map<Thinning.Key, Passes> progress(Connection connection, Collection<StreamState> streams)
      throws SQLException {
    Map<Integer, String> names = new LinkedHashMap<>();
    streams.forEach(stream -> names.put(stream.id(), stream.name()));
    Map<Thinning.Key, Passes> progress = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT stream, importance, pass, reached, spared, spares FROM thinning"
                    + " WHERE pass BETWEEN 1 AND "
                    + Passes.MOST
                    + " ORDER BY stream, importance, pass")) {
      while (row.next()) {
        String name = names.get(row.getInt(1));
        if (name == null) {
          continue;
        }
        Importance importance = Rank.importance(row.getInt(2));
        Passes.Pass pass = new Passes.Pass(row.getLong(4), row.getLong(5), row.getBoolean(6));
        int number = row.getInt(3);
        progress.merge(
            new Thinning.Key(name, importance),
            Passes.none().with(number, pass),
            (had, one) -> had.with(number, pass));
      }
    }
    return progress;
  }
}
