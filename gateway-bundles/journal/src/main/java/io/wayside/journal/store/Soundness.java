// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether a database can be used as it is. After an orderly close, which leaves a mark that fits
 * the last seal and no log, only the last record of each stream is looked at; after anything else
 * the end of each stream, its seals and the smaller tables.
 */
final class Soundness {

  private static final String MARK = "closed";

  private final Connection connection;
  private final String gateway;
  private Contents contents = Contents.EMPTY;
  private boolean closedInOrder;

  Soundness(Connection connection, String gateway) {
    this.connection = connection;
    this.gateway = gateway;
  }

  /** Leaves the mark: nothing is written after it. */
  static void markClosed(Connection connection, Ledger ledger) throws SQLException {
    Groundwork.say(connection, MARK, mark(ledger.batch(), ledger.lastSeal()));
  }

  private static String mark(long batch, String lastSeal) {
    return batch + " " + lastSeal;
  }

  /**
   * The first thing that is wrong, in words; empty when all holds.
   *
   * @param noLog whether the journal was found without a log
   */
  String fault(boolean noLog) throws SQLException {
    long version = Database.pragma(connection, "user_version");
    if (version != Schema.VERSION && version != Schema.TOGETHER) {
      return "the database is in form " + version + ", this release reads " + Schema.VERSION;
    }
    String owner = Groundwork.owner(connection);
    if (!owner.isEmpty() && !owner.equals(gateway)) {
      return "the database is that of gateway " + owner;
    }
    contents = Contents.read(connection);
    closedInOrder =
        noLog
            && Groundwork.about(connection, MARK)
                .equals(mark(contents.batch(), contents.lastSeal()));
    if (!closedInOrder) {
      Destinations.requireReadable(connection);
    }
    return new TailCheck(connection, closedInOrder).firstFault(contents).orElse("");
  }

  /** What the database holds; known once it was looked at. */
  Contents contents() {
    return contents;
  }
}
