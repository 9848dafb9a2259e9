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

/**
 * Reads the next records of an outbox while the earlier ones are being sent, so that a fast drain
 * does not wait for the disk and a place that comes free in the window does not cost a query. One
 * portion is handed out while the next is prepared on one thread and the one after it is read on
 * another.
 *
 * <p>What is read ahead cannot be overtaken any more, so all portions together are never more than
 * what the link took in the last {@link #AHEAD}: on a slow link nothing is read ahead.
 */
final class ReadAhead implements Outbox, AutoCloseable {

  /** An alarm waits behind what was read ahead of it, at most about so long. */
  static final Duration AHEAD = Duration.ofMillis(50);

  private static final int PORTIONS = 3; // handed out, prepared, read

  private static final int MOST = 100; // records in a portion

  /** Hears what was read ahead, on the preparing thread. */
  interface Listener {
    void read(JournalRecord record);

    /** Nothing of what was read will be handed out. */
    void dropped();
  }

  private final Outbox inner;
  private final Listener listener;
  private final TimeSource time;
  private final ExecutorService reading;
  private final ExecutorService preparing;
  private final Deque<JournalRecord> ready = new ArrayDeque<>();
  private final Deque<Future<List<JournalRecord>>> coming = new ArrayDeque<>();
  private int portion; // so many records were handed out in AHEAD, shared by the portions
  private long handedOut; // since countedFromNanos
  private long countedFromNanos;

  ReadAhead(String name, Outbox inner, TimeSource time, Listener listener) {
    this.inner = inner;
    this.listener = listener;
    this.time = time;
    this.countedFromNanos = time.monotonicNanos();
    this.reading = oneThread(name + "-reads");
    this.preparing = oneThread(name + "-prepares");
  }

  private static ExecutorService oneThread(String name) {
    return Executors.newSingleThreadExecutor(
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
      if (ready.isEmpty() && !fetch(max - records.size())) {
        break;
      }
      while (records.size() < max && !ready.isEmpty()) {
        records.add(ready.remove());
      }
    }
    learnPace();
    handedOut += records.size();
    if (ready.isEmpty() && !records.isEmpty()) {
      readOn();
    }
    return records;
  }

  /** What was read ahead, and the next is read at once; without it what there is now. */
  private boolean fetch(int most) throws JournalException {
    List<JournalRecord> read = takeComing();
    while (read.isEmpty() && !coming.isEmpty()) {
      read = takeComing();
    }
    if (read.isEmpty()) {
      read = inner.next(most); // something may have come since the portions were found empty
    } else {
      readOn();
    }
    return ready.addAll(read);
  }

  private void learnPace() {
    long now = time.monotonicNanos();
    long elapsed = now - countedFromNanos;
    if (elapsed >= AHEAD.toNanos()) {
      portion = (int) Math.min(MOST, handedOut * AHEAD.toNanos() / elapsed / PORTIONS);
      handedOut = 0;
      countedFromNanos = now;
    }
  }

  private void readOn() {
    int ahead = portion;
    try {
      while (ahead > 0 && coming.size() < PORTIONS - 1) {
        Future<List<JournalRecord>> read = reading.submit(() -> inner.next(ahead));
        coming.add(read); // stands there for the prepared ones if those are refused
        Future<List<JournalRecord>> prepared = preparing.submit(() -> prepare(read));
        coming.removeLast();
        coming.add(prepared);
      }
    } catch (RejectedExecutionException closed) {
      portion = 0; // what follows is read when it is asked for
    }
  }

  private List<JournalRecord> prepare(Future<List<JournalRecord>> read)
      throws InterruptedException, ExecutionException {
    List<JournalRecord> records = read.get();
    records.forEach(listener::read);
    return records;
  }

  private List<JournalRecord> takeComing() throws JournalException {
    Future<List<JournalRecord>> awaited = coming.poll();
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
      Throwable cause = failed.getCause();
      if (cause instanceof ExecutionException reading) {
        cause = reading.getCause();
      }
      if (cause instanceof JournalException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("reading ahead failed", cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void rewind() {
    while (!coming.isEmpty()) {
      try {
        takeComing();
      } catch (JournalException unreadable) {
        ready.clear(); // it handed out nothing; who asks next is told
      }
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

  /** Ends the threads; nothing is read ahead any more. */
  @Override
  public void close() {
    reading.shutdown();
    preparing.shutdown();
  }
}
