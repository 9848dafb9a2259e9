// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.ExportLine;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.store.OldDatabase.OldRow;
import io.wayside.journal.store.OldDatabase.OldStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes records out of a journal's database with what proves them: the seal that names the last
 * one, and where that is the head of a larger commit the links up to it. What is damaged is left
 * out and said. The database is not changed.
 */
public final class Extract implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 64;

  /** Where it goes. */
  public interface Sink {
    void key(SealingKey key) throws IOException;

    void record(JournalRecord record) throws IOException;

    /** What stands where a record does not. */
    void line(ExportLine line) throws IOException;

    void seal(SignedSeal seal) throws IOException;

    /** Something that was asked for is not there or not sound. */
    void fault(String what) throws IOException;
  }

  /**
   * What is wanted.
   *
   * @param stream all when empty
   * @param first first number of each stream
   * @param last last number of each stream
   * @param everySeal whether all seals of the commits are wanted, not only those that are needed
   */
  public record Selection(Optional<String> stream, long first, long last, boolean everySeal) {}

  private final OldDatabase database;
  private final Selection selection;
  private final Sink sink;
  private final TreeSet<Long> seals = new TreeSet<>();
  private long firstBatch = Long.MAX_VALUE;
  private long lastBatch;

  /** Takes the connection and closes it. */
  public Extract(Connection connection, Selection selection, Sink sink) throws SQLException {
    this.database = new OldDatabase(connection);
    this.selection = selection;
    this.sink = sink;
  }

  /** Does it; in one state of a journal in use. */
  public void run() throws SQLException, IOException {
    database.hold();
    for (SealingKey key : database.keys().values()) {
      sink.key(key);
    }
    List<OldStream> wanted =
        database.streams().stream()
            .filter(s -> selection.stream.isEmpty() || selection.stream.get().equals(s.name()))
            .sorted(Comparator.comparing(OldStream::name))
            .toList();
    if (wanted.isEmpty()) {
      sink.fault("there is no stream " + selection.stream.orElse("that can be read"));
    }
    for (OldStream stream : wanted) {
      new StreamWalk(stream, database.gaps(stream)).run();
    }
    if (selection.everySeal) {
      for (long batch = firstBatch; batch <= lastBatch; batch++) {
        seals.add(batch);
      }
    }
    for (long batch : seals) {
      Optional<SignedSeal> seal = database.seal(batch);
      if (seal.isPresent()) {
        sink.seal(seal.get());
      } else {
        sink.fault("seal " + batch + " is missing");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  /** One stream from its first wanted number to the seal that vouches for the last. */
  private final class StreamWalk {
    private final OldStream stream;
    private final NavigableMap<Long, Contents.Gap> gaps;
    private final String gateway;
    private byte[] previous = Chain.origin();
    private boolean previousKnown;
    private long expected;
    private @Nullable KeptRow last;
    private boolean sealed;
    private final long highest;

    StreamWalk(OldStream stream, NavigableMap<Long, Contents.Gap> gaps) throws SQLException {
      this.stream = stream;
      this.gaps = gaps;
      this.gateway = database.owner();
      this.highest = database.highest(stream);
    }

    void run() throws IOException {
      begin();
      long begun = expected;
      OptionalLong next = database.next(stream, expected);
      while (next.isPresent() && !(sealed && expected > selection.last)) {
        long end = next.getAsLong() + ROWS_AT_ONCE - 1;
        for (OldRow row : database.rows(stream, next.getAsLong(), end)) {
          if (sealed && row.row().sequence() > selection.last) {
            break;
          }
          take(row.row());
        }
        next = end >= highest ? OptionalLong.empty() : database.next(stream, end + 1);
      }
      gapsUpTo(Math.min(selection.last, highest));
      lastGap();
      if (last != null && !sealed) {
        sink.fault("no seal vouches for " + stream.name() + "/" + (expected - 1));
      }
      if (expected == begun && selection.stream.isPresent()) {
        sink.fault("stream " + stream.name() + " has nothing of what is wanted");
      }
    }

    /** Finds the hash that the first one links to. */
    private void begin() {
      expected = Math.max(selection.first, stream.anchor() + 1);
      for (Contents.Gap gap : gaps.values()) {
        if (gap.first() < expected && expected <= gap.last()) {
          expected = gap.first(); // a gap is told whole
        }
      }
      if (expected == stream.anchor() + 1) {
        previous = stream.anchorHash();
        previousKnown = true;
        return;
      }
      for (Contents.Gap gap : gaps.values()) {
        if (gap.last() == expected - 1) {
          previous = gap.hash();
          previousKnown = true;
          return;
        }
      }
      List<OldRow> before = database.rows(stream, expected - 1, expected - 1);
      if (!before.isEmpty()) {
        previous = before.get(0).row().hash();
        previousKnown = true;
      }
    }

    private void take(KeptRow row) throws IOException {
      gapsUpTo(row.sequence() - 1);
      boolean good = previousKnown && row.follows(previous);
      if (good && row.isThinned()) {
        sink.line(link(row, Chain.hex(row.digest() == null ? new byte[0] : row.digest()), true));
      } else if (good && row.sequence() > selection.last && row.content() != null) {
        sink.line(link(row, Chain.hex(Chain.digest(row.content())), false));
      } else if (good) {
        good = record(row);
      }
      if (!good) {
        sink.fault(
            stream.name()
                + "/"
                + row.sequence()
                + " is damaged, or does not follow, and is left out");
        sink.line(gap(row.sequence(), row.sequence(), row.hash(), "damaged"));
      }
      last = good ? row : null;
      previous = row.hash();
      previousKnown = true;
      expected = row.sequence() + 1;
      sealed = good && vouched(row);
    }

    private boolean record(KeptRow row) throws IOException {
      try {
        sink.record(row.record(previous));
        return true;
      } catch (GarbledData damaged) {
        return false;
      }
    }

    private ExportLine.Link link(KeptRow row, String digest, boolean thinned) {
      return new ExportLine.Link(
          gateway,
          stream.name(),
          row.sequence(),
          thinned,
          digest,
          Chain.hex(previous),
          Chain.hex(row.hash()));
    }

    private ExportLine.Gap gap(long first, long last, byte[] hash, String cause) {
      return new ExportLine.Gap(gateway, stream.name(), first, last, Chain.hex(hash), cause);
    }

    /** Numbers that have no row, up to this one: gaps that are known, and others. */
    private void gapsUpTo(long end) throws IOException {
      if (expected <= end && last != null) {
        noteSeal(last); // what lies before a gap has no link to a later seal
      }
      while (expected <= end) {
        Contents.Gap known = gaps.get(expected);
        if (known != null && known.last() <= end) {
          sink.line(gap(expected, known.last(), known.hash(), known.cause()));
          previous = known.hash();
          previousKnown = true;
          expected = known.last() + 1;
        } else {
          Long nextKnown = gaps.higherKey(expected);
          long to = nextKnown == null ? end : Math.min(end, nextKnown - 1);
          sink.fault(stream.name() + "/" + expected + " to " + to + " cannot be read");
          sink.line(gap(expected, to, Chain.origin(), "unexplained"));
          previousKnown = false;
          expected = to + 1;
        }
      }
    }

    /** A stream may end in a gap. */
    private void lastGap() throws IOException {
      Contents.Gap known = gaps.get(expected);
      if (known != null && expected <= selection.last) {
        sink.line(gap(expected, known.last(), known.hash(), known.cause()));
        expected = known.last() + 1;
      }
    }

    /** Whether the seal of its commit names this record, the last that is wanted or a later one. */
    private boolean vouched(KeptRow row) {
      firstBatch = Math.min(firstBatch, row.batch());
      lastBatch = Math.max(lastBatch, row.batch());
      if (row.sequence() < selection.last && row.sequence() < highest) {
        return false;
      }
      return noteSeal(row);
    }

    /** Takes the seal of its commit along when it names this record. */
    private boolean noteSeal(KeptRow row) {
      Seal.Head head = new Seal.Head(stream.name(), row.sequence(), Chain.hex(row.hash()));
      boolean named = database.seal(row.batch()).filter(seal -> names(seal, head)).isPresent();
      if (named) {
        seals.add(row.batch());
      }
      return named;
    }
  }

  private static boolean names(SignedSeal signed, Seal.Head head) {
    try {
      return Seal.decode(signed.content()).heads().contains(head);
    } catch (GarbledData damaged) {
      return false;
    }
  }
}
