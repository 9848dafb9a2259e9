// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.store.HeadsFile.Head;
import io.wayside.journal.store.OldDatabase.OldCursor;
import io.wayside.journal.store.OldDatabase.OldRow;
import io.wayside.journal.store.OldDatabase.OldStream;
import io.wayside.journal.store.StreamSalvage.End;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings back from a database that was set aside what some destination still waits for: records
 * whose hashes and chain hold and that a trusted seal names, with their seals, the destinations and
 * what these acknowledged. Writes into a new database, within the caller's transaction; what it
 * passes over becomes gaps there.
 */
final class Salvage {

  /**
   * What came of it.
   *
   * @param records that were brought back
   * @param lost numbers that have no record any more
   * @param streams the streams that the old database told of
   * @param all whether everything was looked at; else time ran out
   */
  record Outcome(long records, List<Finding.Span> lost, Set<String> streams, boolean all) {}

  /** What is known of the numbers that were given out, beside the old database. */
  record Known(Map<String, Head> heads, long batch, boolean logHidesCommits) {}

  private final OldDatabase old;
  private final Connection into;
  private final Known known;
  private final String gateway;
  private final BooleanSupplier enough;
  private final String cause;
  private final Map<String, SealingKey> keys;
  private final TrustedSeals seals;
  private final Map<Integer, Integer> newIds = new HashMap<>();
  private final Set<String> streamNames = new HashSet<>();
  private final List<Finding.Span> lost = new ArrayList<>();
  private long records;
  private long firstBatch = Long.MAX_VALUE;

  /**
   * @param enough whether no more time may be spent
   * @param cause what is noted beside the gaps
   * @param own the key in use, which the old database may have lost
   */
  Salvage(
      OldDatabase old,
      Connection into,
      Known known,
      String gateway,
      BooleanSupplier enough,
      String cause,
      Optional<SealingKey> own) {
    this.old = old;
    this.into = into;
    this.known = known;
    this.gateway = gateway;
    this.enough = enough;
    this.cause = cause;
    this.keys = old.keys();
    own.ifPresent(key -> keys.putIfAbsent(key.id(), key));
    this.seals = new TrustedSeals(old, keys, gateway);
  }

  Outcome run() throws SQLException {
    seals.read(enough);
    List<OldCursor> cursors = old.cursors();
    List<String> destinations = old.destinations();
    boolean all = seals.allRead();
    int id = 1;
    for (OldStream stream : old.streams()) {
      newIds.put(stream.id(), id);
      all &= stream(stream, id, base(stream, destinations, cursors));
      id++;
    }
    keepSeals();
    keepKeys();
    keepDestinations(destinations, cursors);
    return new Outcome(records, lost, streamNames, all);
  }

  private boolean stream(OldStream stream, int id, long base) throws SQLException {
    NavigableMap<Long, Contents.Gap> gaps = old.gaps(stream);
    byte[] baseHash = baseHash(stream, base, gaps);
    Groundwork.stream(
        into, id, stream.name(), stream.rank(), base, baseHash == null ? Chain.origin() : baseHash);
    streamNames.add(stream.name());
    try (PreparedStatement insert =
        into.prepareStatement(
            "INSERT INTO "
                + Filing.of(into).table(id)
                + " (place, batch, importance, hash, content, digest) VALUES (?, ?, ?, ?, ?, ?)")) {
      return new StreamSalvage(
              old, seals, gateway, enough, stream, gaps, target(stream, id, insert))
          .run(base, baseHash, end(stream, base, baseHash, gaps), cause);
    }
  }

  /** Up to here every destination has everything; without destinations nobody has anything. */
  private static long base(OldStream stream, List<String> destinations, List<OldCursor> cursors) {
    long base = destinations.isEmpty() ? 0 : Long.MAX_VALUE;
    for (String destination : destinations) {
      long through =
          cursors.stream()
              .filter(c -> c.destination().equals(destination) && c.stream() == stream.id())
              .mapToLong(OldCursor::through)
              .max()
              .orElse(0);
      base = Math.min(base, through);
    }
    return Math.max(stream.anchor(), base);
  }

  private byte @Nullable [] baseHash(
      OldStream stream, long base, NavigableMap<Long, Contents.Gap> gaps) {
    if (base == stream.anchor()) {
      return stream.anchorHash();
    }
    for (Contents.Gap gap : gaps.values()) {
      if (gap.last() == base) {
        return gap.hash();
      }
    }
    List<OldRow> row = old.rows(stream, base, base);
    return row.isEmpty() ? null : row.get(0).row().hash();
  }

  /**
   * Where the stream ended. The seals know when none is missing since the stream's last record and
   * nothing says that commits are missing behind the last seal; else it is the number up to which
   * others may have been given out.
   */
  private End end(
      OldStream stream,
      long base,
      byte @Nullable [] baseHash,
      NavigableMap<Long, Contents.Gap> gaps) {
    Head head = known.heads().get(stream.name());
    End end = new End(base, baseHash == null ? Chain.origin() : baseHash);
    boolean conclusive = !known.logHidesCommits() && known.batch() <= seals.top();
    Seal.Head newest = conclusive ? seals.newest(stream.name()).orElse(null) : null;
    if (newest != null) {
      end = newest.sequence() > base ? new End(newest.sequence(), bytes(newest.hash())) : end;
    } else if (!conclusive || !seals.allRead() || old.next(stream, 0).isPresent()) {
      long ceiling = head == null ? unknownCeiling(stream, base) : head.ceiling();
      byte[] hash = head == null ? end.hash() : bytes(head.hash());
      end = ceiling > base ? new End(ceiling, hash) : end;
    }
    if (!gaps.isEmpty() && gaps.lastEntry().getValue().last() > end.sequence()) {
      end = new End(gaps.lastEntry().getValue().last(), gaps.lastEntry().getValue().hash());
    }
    return end;
  }

  /** Without a heads file: above the highest number seen, and all that may have been reserved. */
  private long unknownCeiling(OldStream stream, long base) {
    return Math.max(base, old.highest(stream)) + Reservations.BLOCK;
  }

  private StreamSalvage.Target target(OldStream stream, int id, PreparedStatement insert) {
    return new StreamSalvage.Target() {
      @Override
      public void record(OldRow old) throws SQLException {
        KeptRow row = old.row();
        insert.setLong(1, Place.of(id, row.sequence()));
        insert.setLong(2, row.batch());
        insert.setInt(3, old.rank());
        insert.setBytes(4, row.hash());
        insert.setBytes(5, row.content());
        insert.setBytes(6, row.content() == null ? row.digest() : null);
        insert.executeUpdate();
        if (row.content() != null) {
          BlobUses.count(into, row.content());
        }
        records++;
        firstBatch = Math.min(firstBatch, row.batch());
      }

      @Override
      public void gap(long first, long last, byte[] hash, String why) throws SQLException {
        Groundwork.gap(into, id, first, last, hash, why);
        if (why.equals(cause)) {
          lost.add(new Finding.Span(stream.name(), first, last));
        }
      }
    };
  }

  /** The seals since the first record that came back, and the newest, which the next follows. */
  private void keepSeals() throws SQLException {
    try (PreparedStatement insert =
        into.prepareStatement(
            "INSERT INTO seal (batch, written, key, content, signature) VALUES (?, ?, ?, ?, ?)")) {
      for (long batch = Math.min(firstBatch, seals.top()); batch <= seals.top(); batch++) {
        SignedSeal signed = seals.trusts(batch) ? old.seal(batch).orElse(null) : null;
        if (signed != null) {
          insert.setLong(1, batch);
          insert.setLong(2, Seal.decode(signed.content()).written().toEpochMilli());
          insert.setString(3, signed.keyId());
          insert.setBytes(4, signed.content());
          insert.setBytes(5, signed.signature());
          insert.executeUpdate();
        }
      }
    } catch (GarbledData changedSince) {
      throw new SQLException("a seal that was sound is not any more", changedSince);
    }
  }

  private void keepKeys() throws SQLException {
    try (PreparedStatement insert =
        into.prepareStatement("INSERT INTO sealing_key (id, algorithm, public) VALUES (?, ?, ?)")) {
      for (SealingKey key : keys.values()) {
        insert.setString(1, key.id());
        insert.setString(2, key.algorithm());
        insert.setBytes(3, key.encoded());
        insert.executeUpdate();
      }
    }
  }

  private void keepDestinations(List<String> destinations, List<OldCursor> cursors)
      throws SQLException {
    Map<String, Integer> numbers = new HashMap<>();
    try (PreparedStatement insert =
            into.prepareStatement("INSERT INTO destination (id, name) VALUES (?, ?)");
        PreparedStatement cursor =
            into.prepareStatement(
                "INSERT INTO cursor (destination, stream, through, beyond) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING")) {
      for (String name : destinations) {
        numbers.put(name, numbers.size() + 1);
        insert.setInt(1, numbers.size());
        insert.setString(2, name);
        insert.executeUpdate();
      }
      for (OldCursor row : cursors) {
        Integer number = numbers.get(row.destination());
        Integer stream = newIds.get(row.stream());
        if (number != null && stream != null) {
          cursor.setInt(1, number);
          cursor.setInt(2, stream);
          cursor.setLong(3, row.through());
          cursor.setString(4, row.beyond());
          cursor.executeUpdate();
        }
      }
    }
  }

  private static byte[] bytes(String hash) {
    try {
      return Chain.fromHex(hash);
    } catch (GarbledData checkedWhenRead) {
      return Chain.origin();
    }
  }
}
