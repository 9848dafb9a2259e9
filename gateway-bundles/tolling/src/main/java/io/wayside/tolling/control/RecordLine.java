// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on their way to the journal, one after the other: a passage names the number of its
 * grant, which is known only when the grant is kept. Bounded: when it is full a further record is
 * refused, its content goes to the log, and health says so.
 */
public final class RecordLine {

  private static final Logger LOG = LoggerFactory.getLogger(RecordLine.class);

  private record Waiting(
      Supplier<Draft> draft, long sinceNanos, CompletableFuture<RecordId> kept) {}

  /**
   * How it stands.
   *
   * @param waiting records that are not durable yet
   * @param oldestNanos since when the first of them waits, monotonic; 0 when none does
   * @param lost records that are in the log alone
   * @param failure the journal's last words while something waits or was lost, else empty
   */
  public record State(int waiting, long oldestNanos, int lost, String failure) {}

  private final Journal journal;
  private final int most;
  private final ArrayDeque<Waiting> line = new ArrayDeque<>();
  private boolean underWay;
  private boolean resting;
  private int lost;
  private String failure = "";

  public RecordLine(Journal journal, int most) {
    this.journal = journal;
    this.most = most;
  }

  /**
   * Takes a record.
   *
   * @param draft made when all before it are kept
   * @return completes when it is durable, exceptionally when it never will be
   */
  CompletableFuture<RecordId> write(Supplier<Draft> draft, long nowNanos) {
    Waiting waiting = new Waiting(draft, nowNanos, new CompletableFuture<>());
    boolean taken;
    synchronized (this) {
      taken = line.size() < most;
      if (taken) {
        line.add(waiting);
      } else {
        lost++;
      }
    }
    if (taken) {
      handIn();
    } else {
      Draft refused = draft.get();
      LOG.error("no room for this {}, it is not recorded: {}", refused.kind(), refused.body());
      waiting
          .kept()
          .completeExceptionally(new JournalException.Busy(most + " records wait for the journal"));
    }
    return waiting.kept();
  }

  /** Tries again what was not taken; called now and then. */
  public void retry() {
    synchronized (this) {
      resting = false;
    }
    handIn();
  }

  /** Whether nothing waits any more, at the latest after this time. */
  synchronized boolean awaitEmpty(long ms) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(ms);
    while (!line.isEmpty() && left > 0) {
      long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
      TimeUnit.NANOSECONDS.timedWait(this, slice);
      left -= slice;
    }
    return line.isEmpty();
  }

  public synchronized State state() {
    Waiting oldest = line.peek();
    return new State(line.size(), oldest == null ? 0 : oldest.sinceNanos(), lost, failure);
  }

  private void handIn() {
    Waiting next = claim();
    while (next != null) {
      Waiting current = next;
      CompletableFuture<RecordId> accepted = append(current.draft());
      if (!accepted.isDone()) {
        var unused =
            accepted.whenComplete(
                (id, trouble) -> {
                  settle(current, id, trouble);
                  handIn();
                });
        return;
      }
      var unused =
          accepted.handle(
              (id, trouble) -> {
                settle(current, id, trouble);
                return id;
              });
      next = claim();
    }
  }

  /** A journal or a draft with a fault in itself must not leave the line standing. */
  private CompletableFuture<RecordId> append(Supplier<Draft> draft) {
    try {
      return journal.append(draft.get());
    } catch (RuntimeException | Error fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  private synchronized @Nullable Waiting claim() {
    if (underWay || resting || line.isEmpty()) {
      return null;
    }
    underWay = true;
    return line.peek();
  }

  private void settle(Waiting waiting, @Nullable RecordId id, @Nullable Throwable trouble) {
    Throwable cause =
        trouble instanceof CompletionException && trouble.getCause() != null
            ? trouble.getCause()
            : trouble;
    boolean never = cause instanceof JournalException.Refused;
    synchronized (this) {
      underWay = false;
      if (cause == null || never) {
        line.remove();
        if (line.isEmpty()) {
          notifyAll();
        }
      }
      if (cause == null) {
        failure = lost == 0 ? "" : failure;
      } else {
        failure = String.valueOf(cause.getMessage());
        resting = !never;
        lost += never ? 1 : 0;
      }
    }
    if (cause == null && id != null) {
      waiting.kept().complete(id);
    } else if (cause != null && never) {
      LOG.error(
          "the journal will never take this record: {} {}",
          cause.getMessage(),
          waiting.draft().get().body());
      waiting.kept().completeExceptionally(cause);
    }
  }

  /** Kind and body of what waits, for the log when there is nowhere else left. */
  synchronized List<String> contents() {
    return line.stream()
        .map(waiting -> waiting.draft().get())
        .map(draft -> draft.kind() + " " + draft.body())
        .toList();
  }
}
