// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.List;

/** The tables of a journal; {@code docs/journal.md} explains them. */
final class Schema {

  /** Version of the form, in {@code user_version}. */
  static final int VERSION = 1;

  /** "wjrn": marks the file as a journal, in {@code application_id}. */
  static final int APPLICATION_ID = 0x776a726e;

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " importance INTEGER NOT NULL, anchor INTEGER NOT NULL, anchor_hash BLOB NOT NULL)",
          "CREATE TABLE record (place INTEGER PRIMARY KEY, batch INTEGER NOT NULL,"
              + " importance INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB, digest BLOB)",
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

  private Schema() {}
}
