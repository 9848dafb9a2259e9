// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Stores the records of a batch, each in the table of its stream. Several rows go with one
 * statement: to begin and end a statement takes longer than to add a row to the end of a table.
 */
final class RecordWriter {

  /** Rows of one statement; statements are kept for this and each half of it, down to one row. */
  private static final int MOST_ROWS = 16;

  private static final int COLUMNS = 5;

  /** A statement that adds so many rows to the table of a stream. */
  private record Shape(int stream, int rows) {}

  private final Connection connection;
  private final Filing filing;
  private final Map<Shape, PreparedStatement> parsed = new HashMap<>();

  RecordWriter(Connection connection, Filing filing) {
    this.connection = connection;
    this.filing = filing;
  }

  /**
   * Within a transaction of the caller's.
   *
   * @param rows those of a stream in ascending order
   */
  void store(List<Bound.Row> rows, long batch) throws SQLException {
    Map<Integer, List<Bound.Row>> byStream = new LinkedHashMap<>();
    for (Bound.Row row : rows) {
      byStream.computeIfAbsent(Place.stream(row.place()), id -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<Integer, List<Bound.Row>> of : byStream.entrySet()) {
      List<Bound.Row> left = of.getValue();
      while (!left.isEmpty()) {
        int some = Math.min(MOST_ROWS, Integer.highestOneBit(left.size()));
        add(of.getKey(), left.subList(0, some), batch);
        left = left.subList(some, left.size());
      }
    }
  }

  private void add(int stream, List<Bound.Row> rows, long batch) throws SQLException {
    PreparedStatement insert = statement(new Shape(stream, rows.size()));
    int at = 0;
    for (Bound.Row row : rows) {
      insert.setLong(at + 1, row.place());
      insert.setLong(at + 2, batch);
      insert.setInt(at + 3, row.rank());
      insert.setBytes(at + 4, row.hash());
      insert.setBytes(at + 5, row.content());
      at += COLUMNS;
    }
    insert.executeUpdate();
    insert.clearParameters(); // else the statement keeps these records until it is used again
  }

  private PreparedStatement statement(Shape shape) throws SQLException {
    PreparedStatement known = parsed.get(shape);
    if (known == null) {
      StringJoiner values = new StringJoiner(", ");
      for (int row = 0; row < shape.rows(); row++) {
        values.add("(?, ?, ?, ?, ?)");
      }
      known =
          connection.prepareStatement(
              "INSERT INTO "
                  + filing.table(shape.stream())
                  + " (place, batch, importance, hash, content) VALUES "
                  + values);
      parsed.put(shape, known);
    }
    return known;
  }

  Collection<PreparedStatement> statements() {
    return parsed.values();
  }
}
