// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells what a failure of the database means. */
final class Damage {

  private Damage() {}

  /** The database's own structure is broken; trying again does not help. */
  static boolean isDamage(Throwable failure) {
    int code = code(failure);
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT.code; // a free number is taken
  }

  /** The file system is full. */
  static boolean isFull(Throwable failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_FULL.code;
  }

  /** Reading or writing a file failed, for whatever reason. */
  static boolean isStorage(Throwable failure) {
    int code = code(failure);
    return code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
  }

  /** The primary result code; 0 for what is not a failure of SQLite. */
  private static int code(Throwable failure) {
    if (failure instanceof SQLiteException sqlite) {
      return sqlite.getResultCode().code & 0xff;
    }
    return failure instanceof SQLException other ? other.getErrorCode() & 0xff : 0;
  }
}
