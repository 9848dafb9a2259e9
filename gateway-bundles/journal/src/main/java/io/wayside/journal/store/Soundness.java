// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.record.Chain;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a database can be used as it is. An orderly close leaves no log, and a mark over the last
 * seal and over where each stream begins and ends; where it fits, nothing was left half done, the
 * next record goes on from the hash it should, and only the last record of each stream is looked
 * at. After anything else the end of each stream, its seals and the smaller tables are checked.
 */
final class Soundness {

  private static final String MARK = "closed";

  private final Connection connection;
  private final String gateway;
  private Contents contents = Contents.EMPTY;

  Soundness(Connection connection, String gateway) {
    this.connection = connection;
    this.gateway = gateway;
  }

  /** Leaves the mark: nothing is written after it. */
  static void markClosed(Connection connection, Ledger ledger) throws SQLException {
    Groundwork.say(
        connection, MARK, mark(ledger.batch(), ledger.lastSeal(), ledger.streams().values()));
  }

  private static String mark(long batch, String lastSeal, Collection<StreamState> streams) {
    List<StreamState> inOrder = new ArrayList<>(streams);
    inOrder.sort(Comparator.comparingInt(StreamState::id));
    StringBuilder ends = new StringBuilder();
    for (StreamState stream : inOrder) {
      ends.append(stream.id()).append(' ').append(stream.name());
      end(ends, stream.anchor(), stream.anchorHash());
      end(ends, stream.head(), stream.headHash());
      ends.append('\n');
    }
    String digest = Chain.hex(Chain.digest(ends.toString().getBytes(StandardCharsets.UTF_8)));
    return batch + " " + lastSeal + " " + digest;
  }

  private static String markOf(Contents contents) {
    return mark(contents.batch(), contents.lastSeal(), contents.streams().values());
  }

  private static void end(StringBuilder ends, long sequence, byte[] hash) {
    ends.append(' ').append(sequence).append(' ').append(Chain.hex(hash));
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
    if (noLog && Groundwork.about(connection, MARK).equals(markOf(contents))) {
      return new TailCheck(connection).faultOfLast(contents).orElse("");
    }
    Destinations.requireReadable(connection);
    return new TailCheck(connection).firstFault(contents).orElse("");
  }

  /** What the database holds; known once it was looked at. */
  Contents contents() {
    return contents;
  }
}
