// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.List;
import java.util.stream.Stream;

/** The tables of a journal; {@code docs/journal.md} explains them. */
final class Schema {

  /** Version of the form, in {@code user_version}. */
  static final int VERSION = 3;

  /** The older form that is used as it is: all records lie in one table. */
  static final int TOGETHER = 2;

  /** "wjrn": marks the file as a journal, in {@code application_id}. */
  static final int APPLICATION_ID = 0x776a726e;

  /** What form 2 has and form 1 had not. */
  static final List<String> ADDED_IN_2 =
      List.of(
          "CREATE TABLE mark (stream INTEGER NOT NULL, what TEXT NOT NULL,"
              + " number INTEGER NOT NULL, running INTEGER NOT NULL,"
              + " PRIMARY KEY (stream, what, number)) WITHOUT ROWID",
          "CREATE TABLE thinning (stream INTEGER NOT NULL, importance INTEGER NOT NULL,"
              + " pass INTEGER NOT NULL, reached INTEGER NOT NULL, spared INTEGER NOT NULL,"
              + " spares INTEGER NOT NULL, PRIMARY KEY (stream, importance, pass)) WITHOUT ROWID",
          "CREATE TABLE refusal (stream TEXT PRIMARY KEY, drafts INTEGER NOT NULL,"
              + " answers INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)"
              + " WITHOUT ROWID");

  /** The table of all records in form 2. */
  static final String RECORDS_TOGETHER = "record";

  /** With the number of a stream, its table in form 3. */
  static final String RECORDS_OF = "record_";

  private static final List<String> OF_1 =
      List.of(
          "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " importance INTEGER NOT NULL, anchor INTEGER NOT NULL, anchor_hash BLOB NOT NULL)",
          "CREATE TABLE gap (stream INTEGER NOT NULL, first INTEGER NOT NULL,"
              + " last INTEGER NOT NULL, hash BLOB NOT NULL, cause TEXT NOT NULL,"
              + " PRIMARY KEY (stream, first)) WITHOUT ROWID",
          "CREATE TABLE seal (batch INTEGER PRIMARY KEY, written INTEGER NOT NULL,"
              + " key TEXT NOT NULL, content BLOB NOT NULL, signature BLOB NOT NULL)",
          "CREATE TABLE sealing_key (id TEXT PRIMARY KEY, algorithm TEXT NOT NULL,"
              + " public BLOB NOT NULL) WITHOUT ROWID",
          "CREATE TABLE destination (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          "CREATE TABLE cursor (destination INTEGER NOT NULL, stream INTEGER NOT NULL,"
              + " through INTEGER NOT NULL, beyond TEXT NOT NULL,"
              + " PRIMARY KEY (destination, stream)) WITHOUT ROWID",
          "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL,"
              + " uses INTEGER NOT NULL) WITHOUT ROWID");

  /** Of a new database. */
  static final List<String> TABLES = Stream.concat(OF_1.stream(), ADDED_IN_2.stream()).toList();

  private Schema() {}

  /** A table of records. */
  static String recordTable(String name) {
    return "CREATE TABLE "
        + name
        + " (place INTEGER PRIMARY KEY, batch INTEGER NOT NULL,"
        + " importance INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB, digest BLOB)";
  }
}
