// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.outbox.OutboxState;
import io.wayside.journal.outbox.OutboxState.Portion;
import io.wayside.journal.outbox.Ranges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The outbox of one destination over the records in the database. */
final class StoredOutbox implements Outbox {

  /** So many bytes are read at once, whatever the number asked for. */
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private static final int ROWS_AT_ONCE = 64;

  /** Hears of what cannot be delivered as it should be. */
  interface Watch {
    /** These do not match their hashes or cannot be read; they are not delivered. */
    void damaged(String stream, long first, long last, String reason);

    /** The destination acknowledged what the journal has not got. */
    void ahead(String destination, RecordId id);
  }

  /** One subscription; the same wake may be subscribed twice. */
  private static final class Sleeper {
    private final Runnable wake;

    Sleeper(Runnable wake) {
      this.wake = wake;
    }
  }

  private final String destination;
  private volatile int number;
  private final String gateway;
  private final OutboxState state;
  private final RecordReader reader;
  private final Supplier<Map<String, StreamState>> streams;
  private final Watch watch;
  private final Executor notifier;
  private final Runnable keeper;
  private final List<Sleeper> sleepers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean waking = new AtomicBoolean();
  private final Object reading = new Object();
  private volatile boolean claimed;

  StoredOutbox(
      String destination,
      int number,
      String gateway,
      OutboxState state,
      RecordReader reader,
      Supplier<Map<String, StreamState>> streams,
      Watch watch,
      Executor notifier,
      Runnable keeper) {
    this.destination = destination;
    this.number = number;
    this.gateway = gateway;
    this.state = state;
    this.reader = reader;
    this.streams = streams;
    this.watch = watch;
    this.notifier = notifier;
    this.keeper = keeper;
  }

  OutboxState state() {
    return state;
  }

  /** The destination's number in the database. */
  int number() {
    return number;
  }

  String destination() {
    return destination;
  }

  /** A carrier asked for it; it is in use until the last subscription is closed. */
  void claim() {
    claimed = true;
  }

  boolean isInUse() {
    return claimed;
  }

  /** The database was replaced; the destination has another number now. */
  void renumber(int now) {
    number = now;
  }

  @Override
  public List<JournalRecord> next(int max) throws JournalException {
    return handOut(state::take, max);
  }

  @Override
  public List<JournalRecord> nextFresh(int max) throws JournalException {
    return handOut(state::takeFresh, max);
  }

  @Override
  public List<JournalRecord> nextOld(int max) throws JournalException {
    return handOut(state::takeOld, max);
  }

  private List<JournalRecord> handOut(IntFunction<List<Portion>> take, int max)
      throws JournalException {
    synchronized (reading) {
      while (true) {
        List<Portion> portions = take.apply(max);
        List<JournalRecord> records = read(portions);
        if (!records.isEmpty() || portions.isEmpty()) {
          return records;
        }
      }
    }
  }

  private List<JournalRecord> read(List<Portion> portions) throws JournalException {
    List<JournalRecord> records = new ArrayList<>();
    long bytes = 0;
    int done = 0;
    try {
      for (Portion portion : portions) {
        long first = portion.first();
        while (first <= portion.last() && bytes < MOST_BYTES) {
          long last = Math.min(portion.last(), first + ROWS_AT_ONCE - 1);
          bytes += readOrSkip(portion.stream(), first, last, records);
          first = last + 1;
        }
        if (first <= portion.last()) {
          state.giveBack(portion.stream(), first, portion.last());
        }
        done++;
      }
      return records;
    } catch (SQLException unreadable) {
      // Nothing of this call was handed out.
      portions.forEach(p -> state.giveBack(p.stream(), p.first(), p.last()));
      throw new JournalException.Unavailable(
          "records of stream "
              + portions.get(done).stream()
              + " cannot be read for "
              + destination
              + "; see the journal's health",
          unreadable);
    }
  }

  /** Where the database itself is damaged, row by row, so that only what is damaged is lost. */
  private long readOrSkip(String name, long first, long last, List<JournalRecord> records)
      throws SQLException {
    try {
      return readRun(name, first, last, records);
    } catch (SQLException damaged) {
      if (!Damage.isDamage(damaged)) {
        throw damaged;
      }
    }
    long bytes = 0;
    for (long sequence = first; sequence <= last; sequence++) {
      try {
        bytes += readRun(name, sequence, sequence, records);
      } catch (SQLException damaged) {
        if (!Damage.isDamage(damaged)) {
          throw damaged;
        }
        state.settle(name, sequence, sequence);
        watch.damaged(name, sequence, sequence, "the database is damaged where the record lies");
      }
    }
    return bytes;
  }

  private long readRun(String name, long first, long last, List<JournalRecord> records)
      throws SQLException {
    StreamState stream = streams.get().get(name);
    if (stream == null) {
      state.settle(name, first, last);
      return 0;
    }
    RecordReader.Run run = reader.read(stream, first, last);
    List<JournalRecord> read = new ArrayList<>(run.rows().size());
    byte[] previous = run.before().orElse(null);
    long expected = first;
    long bytes = 0;
    for (KeptRow row : run.rows()) {
      if (row.sequence() > expected) {
        missing(stream, expected, row.sequence() - 1);
        previous = reader.read(stream, row.sequence(), row.sequence()).before().orElse(null);
      }
      expected = row.sequence() + 1;
      if (row.isThinned()) {
        state.settle(name, row.sequence(), row.sequence());
      } else {
        try {
          if (previous == null) {
            throw new GarbledData("the record before " + name + "/" + row.sequence() + " is gone");
          }
          read.add(row.record(previous));
          bytes += row.content() == null ? 0 : row.content().length;
        } catch (GarbledData damaged) {
          state.settle(name, row.sequence(), row.sequence());
          watch.damaged(name, row.sequence(), row.sequence(), String.valueOf(damaged.getMessage()));
        }
      }
      previous = row.hash();
    }
    if (expected <= last) {
      missing(stream, expected, last);
    }
    records.addAll(read);
    return bytes;
  }

  private void missing(StreamState stream, long first, long last) throws SQLException {
    state.settle(stream.name(), first, last);
    long from = Math.max(first, stream.anchor() + 1);
    Ranges gaps = reader.gaps(stream, from, last);
    for (long lost = gaps.firstMissingFrom(from); lost <= last; ) {
      long lostTo = gaps.lastMissingFrom(lost, last);
      watch.damaged(stream.name(), lost, lostTo, "the record is gone from the database");
      lost = gaps.firstMissingFrom(lostTo + 1);
    }
  }

  @Override
  public void acknowledge(RecordId id) {
    if (!id.gateway().equals(gateway)) {
      return; // a record of the gateway this one replaced; nothing here waits for it
    }
    if (!state.acknowledge(id.stream(), id.sequence())) {
      watch.ahead(destination, id);
    }
  }

  @Override
  public long unkept() {
    return state.unkept();
  }

  @Override
  public void keepSoon() {
    keeper.run();
  }

  @Override
  public void rewind() {
    synchronized (reading) {
      state.rewind();
    }
  }

  @Override
  public Resend resend(String name, long first, long last) throws JournalException {
    StreamState stream = streams.get().get(name);
    if (stream == null || first > last) {
      return new Resend(0, "", first > last ? "" : first + "-" + last);
    }
    Spans kept;
    try {
      long from = Math.max(first, stream.anchor() + 1);
      kept = reader.kept(stream, from, Math.min(last, stream.head()));
    } catch (SQLException unreadable) {
      throw new JournalException.Unavailable(
          "records of stream " + name + " cannot be looked up; see the journal's health",
          unreadable);
    }
    kept.all().forEach(span -> state.reopen(name, span.first(), span.last()));
    wake();
    return new Resend(kept.size(), kept.toString(), kept.missingBetween(first, last).toString());
  }

  @Override
  public void shareWithFresh(int fresh, int of) {
    state.shareWithFresh(fresh, of);
  }

  @Override
  public long backlog() {
    return state.backlog();
  }

  @Override
  public AutoCloseable onNew(Runnable wake) {
    Sleeper sleeper = new Sleeper(wake);
    sleepers.add(sleeper);
    return () -> {
      sleepers.remove(sleeper);
      claimed = !sleepers.isEmpty();
    };
  }

  /** Calls the subscribers soon; calls while one is on its way are one call. */
  void wake() {
    if (!sleepers.isEmpty() && waking.compareAndSet(false, true)) {
      notifier.execute(
          () -> {
            waking.set(false);
            sleepers.forEach(sleeper -> sleeper.wake.run());
          });
    }
  }
}
