// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.Importance;
import java.sql.SQLException;

/** An importance as it is numbered in the database; 1 is the most important. */
final class Rank {

  private Rank() {}

  static int of(Importance importance) {
    return switch (importance) {
      case MONEY -> 1;
      case ENFORCEMENT -> 2;
      case ALARM -> 3;
      case EVENT -> 4;
      case TELEMETRY -> 5;
    };
  }

  static Importance importance(int rank) throws SQLException {
    return switch (rank) {
      case 1 -> Importance.MONEY;
      case 2 -> Importance.ENFORCEMENT;
      case 3 -> Importance.ALARM;
      case 4 -> Importance.EVENT;
      case 5 -> Importance.TELEMETRY;
      default ->
          throw new SQLException("importance " + rank + " in the journal's database is unknown");
    };
  }
}
