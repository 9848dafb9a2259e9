// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * In which table the records of a stream lie. A table is a tree, and what is added at its end is
 * added to its last page; in one table of all streams all but one stream end in the middle of the
 * tree, where a full page has its neighbours divided anew, four or five pages each time.
 */
enum Filing {
  /** Each stream has a table of its own; form 3. */
  BY_STREAM,
  /** All streams share one; forms 1 and 2. */
  TOGETHER;

  /** The first form in which streams have tables of their own. */
  static final int FIRST_BY_STREAM = 3;

  /** How the database does it. */
  static Filing of(Connection connection) throws SQLException {
    return Database.pragma(connection, "user_version") < FIRST_BY_STREAM ? TOGETHER : BY_STREAM;
  }

  /** The table with the records of a stream, by the stream's number. */
  String table(int stream) {
    return this == TOGETHER ? Schema.RECORDS_TOGETHER : Schema.RECORDS_OF + stream;
  }

  /** A stream comes into being: makes a place for its records. */
  void begin(Connection connection, int stream) throws SQLException {
    if (this == BY_STREAM) {
      Database.execute(connection, Schema.recordTable(table(stream)));
    }
  }
}
