// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.store.HeadsFile.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets streams of a sound database go on above every number that may have been given out: all of
 * them when the log lost commits, else those that are behind what was known of them.
 */
final class Behind {

  private final Connection connection;
  private final Contents contents;
  private final Map<String, Head> heads;

  Behind(Connection connection, Contents contents, Map<String, Head> heads) {
    this.connection = connection;
    this.contents = contents;
    this.heads = heads;
  }

  /**
   * Records the gaps in one transaction.
   *
   * @param lostTail where the damaged log is kept, empty when the log was in order
   * @return what was found; empty when nothing is behind
   */
  Optional<Finding> settle(String lostTail) throws SQLException {
    if (lostTail.isEmpty() && heads.entrySet().stream().noneMatch(this::isBehind)) {
      return Optional.empty();
    }
    String cause = lostTail.isEmpty() ? "old-image" : "damaged";
    List<Finding.Span> gaps = new ArrayList<>();
    try (Transaction transaction = Transaction.begin(connection)) {
      int nextId =
          contents.streams().values().stream().mapToInt(StreamState::id).max().orElse(0) + 1;
      for (Map.Entry<String, Head> entry : new TreeMap<>(heads).entrySet()) {
        StreamState stream = contents.streams().get(entry.getKey());
        Head head = entry.getValue();
        long has = has(entry.getKey());
        boolean behind = isBehind(entry);
        if (!behind && (lostTail.isEmpty() || has >= head.ceiling())) {
          continue;
        }
        byte[] hash = stream == null || behind ? bytes(head.hash()) : stream.headHash();
        int id = stream == null ? nextId++ : stream.id();
        if (stream == null) {
          Groundwork.stream(connection, id, entry.getKey(), 5, 0, Chain.origin());
        }
        Groundwork.gap(connection, id, has + 1, head.ceiling(), hash, cause);
        gaps.add(new Finding.Span(entry.getKey(), has + 1, head.ceiling()));
      }
      transaction.commit();
    }
    return Optional.of(
        new Finding(
            cause,
            lostTail.isEmpty()
                ? "the journal is behind what it held before: it was restored from an older"
                    + " copy, or its storage lost what it had confirmed"
                : "the journal's log is damaged: records confirmed last may be lost",
            lostTail,
            gaps));
  }

  /** The last number of a stream that the database knows. */
  private long has(String name) {
    StreamState stream = contents.streams().get(name);
    return stream == null ? 0 : stream.head();
  }

  private boolean isBehind(Map.Entry<String, Head> known) {
    return has(known.getKey()) < known.getValue().head();
  }

  private static byte[] bytes(String hash) throws SQLException {
    try {
      return Chain.fromHex(hash);
    } catch (GarbledData checkedWhenRead) {
      throw new SQLException("a hash in the heads file is malformed", checkedWhenRead);
    }
  }
}
