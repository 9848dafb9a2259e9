// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An outbox that notes when the first record was asked for and when the last was acknowledged. */
final class TimedOutbox implements Outbox {

  private final Outbox inner;
  private final CountDownLatch waiting;
  private volatile long firstAskedNanos;
  private volatile long lastAcknowledgedNanos;
  private boolean asked;

  TimedOutbox(Outbox inner, int records) {
    this.inner = inner;
    this.waiting = new CountDownLatch(records);
  }

  /** Nanoseconds from the first request to the last acknowledgement. */
  long awaitDrained(long patienceS) throws InterruptedException {
    if (!waiting.await(patienceS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          waiting.getCount() + " records were not acknowledged within " + patienceS + " s");
    }
    return lastAcknowledgedNanos - firstAskedNanos;
  }

  @Override
  public List<JournalRecord> next(int max) throws JournalException {
    if (!asked) {
      asked = true;
      firstAskedNanos = System.nanoTime();
    }
    return inner.next(max);
  }

  @Override
  public void acknowledge(RecordId id) {
    inner.acknowledge(id);
    lastAcknowledgedNanos = System.nanoTime();
    waiting.countDown();
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
  public void rewind() {
    inner.rewind();
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
}
