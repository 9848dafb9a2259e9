// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans which undelivered records lose their content next. Less important ones go before more
 * important ones, of these what is older than an hour before what is younger, of these an earlier
 * pass before a later one, and of these the stream whose turn is the oldest. Nothing is changed
 * until a {@link ThinningPlan} is carried out.
 */
final class Thinning {

  /** At most so many records lose their content in one step. */
  static final int MOST_THINNED = 512;

  /** So many numbers are looked at together, and so many portions for one step. */
  private static final int PORTION = 4096;

  private static final int MOST_PORTIONS = 4;
  private static final long MOST_BYTES = 1024 * 1024;

  /** A step that gains less costs about as much as it gains, with its record and its seal. */
  private static final long LEAST_GAIN_BYTES = 4096;

  /** Streams and importances are thinned apart. */
  record Key(String stream, Importance importance) {}

  private final Connection connection;
  private final Filing filing;
  private final Policy policy;
  private Map<Key, Passes> progress;

  Thinning(Connection connection, Policy policy, Collection<StreamState> streams)
      throws SQLException {
    this.connection = connection;
    this.filing = Filing.of(connection);
    this.policy = policy;
    this.progress = ThinningPlan.progress(connection, streams);
  }

  Connection connection() {
    return connection;
  }

  /** The next step; null when there is nothing left that may be thinned or is worth it. */
  @Nullable ThinningPlan plan(Collection<StreamState> streams, Retention.Limit hourAgo)
      throws SQLException {
    Map<Key, Passes> planned = new LinkedHashMap<>(progress);
    ThinningPlan plan = new ThinningPlan(filing, planned);
    for (int portions = 0; portions < MOST_PORTIONS && !isEnough(plan); portions++) {
      Work work = next(streams, hourAgo, planned);
      if (work == null || plan.takesBefore(work.key(), work.due.pass())) {
        break; // what an earlier pass of this step takes still looks whole
      }
      look(work, plan);
    }
    if (plan.thinned() == 0) {
      progress = planned; // so much need not be looked at again
      return plan.looked() ? plan : null;
    }
    return plan.gainBytes() < LEAST_GAIN_BYTES ? null : plan;
  }

  private static boolean isEnough(ThinningPlan plan) {
    return plan.thinned() >= MOST_THINNED || plan.readBytes() >= MOST_BYTES;
  }

  /** The plan was carried out. */
  void done(ThinningPlan plan) {
    progress = plan.progress();
  }

  private record Work(StreamState stream, Importance importance, Passes.Due due, long turn) {
    Key key() {
      return new Key(stream.name(), importance);
    }
  }

  private @Nullable Work next(
      Collection<StreamState> streams, Retention.Limit hourAgo, Map<Key, Passes> planned)
      throws SQLException {
    for (Importance importance : policy.tiers()) {
      for (Retention.Limit limit : List.<Retention.Limit>of(hourAgo, StreamState::head)) {
        Work best = null;
        for (StreamState stream : streams) {
          Passes passes = planned.getOrDefault(new Key(stream.name(), importance), Passes.none());
          Passes.Due due = passes.due(stream.anchor(), limit.of(stream));
          if (due != null && (best == null || due.pass() <= best.due.pass())) {
            Work work = new Work(stream, importance, due, batchAfter(stream, due.from()));
            if (best == null || due.pass() < best.due.pass() || work.turn < best.turn) {
              best = work;
            }
          }
        }
        if (best != null) {
          return best;
        }
      }
    }
    return null;
  }

  private long batchAfter(StreamState stream, long sequence) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT batch FROM "
                + filing.table(stream.id())
                + " WHERE place BETWEEN ? AND ? ORDER BY place LIMIT 1")) {
      select.setLong(1, Place.of(stream.id(), sequence + 1));
      select.setLong(2, Place.of(stream.id(), Place.LAST_SEQUENCE));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : Long.MAX_VALUE;
      }
    }
  }

  private void look(Work work, ThinningPlan plan) throws SQLException {
    Key key = work.key();
    Passes passes = plan.progress().getOrDefault(key, Passes.none());
    Passes.Pass pass = passes.pass(work.due.pass());
    long to = Math.min(work.due.to(), work.due.from() + PORTION);
    long reached = to;
    long spared = pass.spared();
    boolean spares = pass.spares();
    List<Long> numbers = new ArrayList<>();
    List<BlobRef> released = new ArrayList<>();
    long gain = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, content FROM "
                + filing.table(work.stream.id())
                + " WHERE place BETWEEN ? AND ? AND importance = ?"
                + " AND content IS NOT NULL ORDER BY place")) {
      select.setLong(1, Place.of(work.stream.id(), work.due.from() + 1));
      select.setLong(2, Place.of(work.stream.id(), to));
      select.setInt(3, Rank.of(work.importance));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long sequence = Place.sequence(row.getLong(1));
          byte[] content = row.getBytes(2);
          RecordContent record = content(content);
          plan.read(content.length);
          if (record == null
              || policy.rule(record.kind(), record.importance()) == Policy.Rule.KEEP) {
            continue;
          }
          if (spares) {
            spared = sequence;
          } else {
            numbers.add(sequence);
            gain += content.length;
            for (BlobRef ref : record.blobs()) {
              released.add(ref);
              gain += ref.bytes();
            }
          }
          spares = !spares;
          if (plan.thinned() + numbers.size() >= MOST_THINNED || plan.readBytes() >= MOST_BYTES) {
            reached = sequence;
            break;
          }
        }
      }
    }
    plan.looked(
        key,
        work.due.pass(),
        passes.with(work.due.pass(), new Passes.Pass(reached, spared, spares)),
        new ThinningPlan.Portion(work.stream, work.due.from() + 1, reached, numbers, released),
        gain);
  }

  /** Null for a damaged record: it stays as it is, for whoever reads it to tell. */
  private static @Nullable RecordContent content(byte[] content) {
    try {
      return RecordCodec.decode(content);
    } catch (GarbledData damaged) {
      return null;
    }
  }

  /** For what is told: how many records of each stream a plan takes. */
  static Map<String, List<Long>> numbers(List<ThinningPlan.Portion> portions) {
    Map<String, List<Long>> numbers = new TreeMap<>();
    for (ThinningPlan.Portion portion : portions) {
      if (!portion.numbers().isEmpty()) {
        numbers
            .computeIfAbsent(portion.stream().name(), name -> new ArrayList<>())
            .addAll(portion.numbers());
      }
    }
    numbers.values().forEach(list -> list.sort(null));
    return numbers;
  }
}
