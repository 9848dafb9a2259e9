// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next records of an outbox on a thread of its own while the earlier ones are being sent,
 * so that a fast drain does not wait for the disk and a place that comes free in the window does
 * not cost a query.
 *
 * <p>What is read ahead cannot be overtaken any more, so it is never more than what the link took
 * in the last {@link #AHEAD}: on a slow link nothing is read ahead.
 */
final class ReadAhead implements Outbox, AutoCloseable {

  /** An alarm waits behind what was read ahead of it, at most about so long. */
  static final Duration AHEAD = Duration.ofMillis(50);

  private static final int MOST = 200; // records

  /** Hears what was read ahead, on the reading thread. */
  interface Listener {
    void read(JournalRecord record);

    /** Nothing of what was read will be handed out. */
    void dropped();
  }

  private final Outbox inner;
  private final Listener listener;
  private final TimeSource time;
  private final ExecutorService reading;
  private final Deque<JournalRecord> ready = new ArrayDeque<>();
  private @Nullable Future<List<JournalRecord>> coming;
  private int lately; // records handed out in AHEAD
  private long handedOut; // since countedFromNanos
  private long countedFromNanos;

  ReadAhead(String name, Outbox inner, TimeSource time, Listener listener) {
    this.inner = inner;
    this.listener = listener;
    this.time = time;
    this.countedFromNanos = time.monotonicNanos();
    this.reading =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public synchronized List<JournalRecord> next(int max) throws JournalException {
    List<JournalRecord> records = new ArrayList<>();
    while (records.size() < max) {
      if (ready.isEmpty()) {
        ready.addAll(coming == null ? inner.next(max - records.size()) : takeComing());
      }
      if (ready.isEmpty()) {
        break;
      }
      while (records.size() < max && !ready.isEmpty()) {
        records.add(ready.remove());
      }
    }
    learnPace();
    handedOut += records.size();
    if (ready.isEmpty() && coming == null && lately > 0 && !records.isEmpty()) {
      readOn();
    }
    return records;
  }

  private void learnPace() {
    long now = time.monotonicNanos();
    long elapsed = now - countedFromNanos;
    if (elapsed >= AHEAD.toNanos()) {
      lately = (int) Math.min(MOST, handedOut * AHEAD.toNanos() / elapsed);
      handedOut = 0;
      countedFromNanos = now;
    }
  }

  private void readOn() {
    int ahead = lately;
    try {
      coming = reading.submit(() -> read(ahead));
    } catch (RejectedExecutionException closed) {
      coming = null; // what follows is read when it is asked for
    }
  }

  private List<JournalRecord> read(int most) throws JournalException {
    List<JournalRecord> records = inner.next(most);
    records.forEach(listener::read);
    return records;
  }

  private List<JournalRecord> takeComing() throws JournalException {
    Future<List<JournalRecord>> awaited = coming;
    coming = null;
    if (awaited == null) {
      return List.of();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return awaited.get();
        } catch (InterruptedException stop) {
          interrupted = true; // a read is short, and what it handed out must not get lost
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof JournalException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("reading ahead failed", failed.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void rewind() {
    try {
      takeComing();
    } catch (JournalException unreadable) {
      // It handed out nothing; who asks next is told.
      ready.clear();
    }
    ready.clear();
    listener.dropped();
    inner.rewind();
  }

  @Override
  public void acknowledge(RecordId id) {
    inner.acknowledge(id);
  }

  @Override
  public List<JournalRecord> nextFresh(int max) throws JournalException {
    return inner.nextFresh(max);
  }

  @Override
  public List<JournalRecord> nextOld(int max) throws JournalException {
    return inner.nextOld(max);
  }

  @Override
  public long unkept() {
    return inner.unkept();
  }

  @Override
  public void keepSoon() {
    inner.keepSoon();
  }

  @Override
  public Resend resend(String stream, long first, long last) throws JournalException {
    return inner.resend(stream, first, last);
  }

  @Override
  public void shareWithFresh(int fresh, int of) {
    inner.shareWithFresh(fresh, of);
  }

  @Override
  public long backlog() {
    return inner.backlog();
  }

  @Override
  public AutoCloseable onNew(Runnable wake) {
    return inner.onNew(wake);
  }

  /** Ends the thread; nothing is read ahead any more. */
  @Override
  public void close() {
    reading.shutdown();
  }
}
