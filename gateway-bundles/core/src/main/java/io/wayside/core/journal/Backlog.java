// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.Draft;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drafts on their way to the journal, handed in one after the other so that their order holds when
 * the journal says "not now". Bounded: when it is full a further draft is refused, and who offers
 * it must say so.
 */
public final class Backlog {

  private final Journal journal;
  private final int capacity;
  private final Consumer<String> complain;
  private final ArrayDeque<Draft> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> emptied = new CompletableFuture<>();
  private boolean underWay;
  private boolean resting;
  private int refused;
  private String lastFailure = "";

  /**
   * How it stands.
   *
   * @param waiting drafts not yet in the journal
   * @param refused drafts the journal will never take; their content is in the log
   * @param lastFailure the journal's last words while something waits or was refused, else empty
   */
  public record State(int waiting, int refused, String lastFailure) {}

  /**
   * @param capacity the most drafts that wait
   * @param complain for the log, with the content of what the journal will never take
   */
  public Backlog(Journal journal, int capacity, Consumer<String> complain) {
    this.journal = journal;
    this.capacity = capacity;
    this.complain = complain;
  }

  /** Takes the draft, unless full. */
  public boolean offer(Draft draft) {
    synchronized (this) {
      if (waiting.size() >= capacity) {
        return false;
      }
      waiting.addLast(draft);
    }
    handIn();
    return true;
  }

  /** Tries again what was not taken; called now and then. */
  public void retry() {
    synchronized (this) {
      resting = false;
    }
    handIn();
  }

  /** Completes when nothing waits any more. */
  public synchronized CompletableFuture<Void> emptied() {
    return waiting.isEmpty() ? CompletableFuture.completedFuture(null) : emptied.copy();
  }

  /** Kind and body of what waits, for the log when there is nowhere else left. */
  public synchronized List<String> contents() {
    return waiting.stream().map(draft -> draft.kind() + " " + draft.body()).toList();
  }

  public synchronized State state() {
    return new State(waiting.size(), refused, lastFailure);
  }

  private void handIn() {
    Draft next = claim();
    while (next != null) {
      CompletableFuture<RecordId> accepted = append(next);
      if (!accepted.isDone()) {
        var unused =
            accepted.whenComplete(
                (id, failure) -> {
                  settle(failure);
                  handIn();
                });
        return;
      }
      settle(accepted.handle((id, failure) -> failure).join());
      next = claim();
    }
  }

  /** A journal that breaks its contract must not leave the line standing. */
  private CompletableFuture<RecordId> append(Draft draft) {
    try {
      return journal.append(draft);
    } catch (RuntimeException fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  private synchronized @Nullable Draft claim() {
    if (underWay || resting || waiting.isEmpty()) {
      return null;
    }
    underWay = true;
    return waiting.peekFirst();
  }

  private synchronized void settle(@Nullable Throwable failure) {
    underWay = false;
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause == null) {
      waiting.removeFirst();
      if (refused == 0) {
        lastFailure = "";
      }
    } else if (cause instanceof JournalException.Refused) {
      Draft draft = waiting.removeFirst();
      refused++;
      lastFailure = String.valueOf(cause.getMessage());
      complain.accept(
          "the journal will never take this " + draft.kind() + ": " + cause + " " + draft.body());
    } else {
      resting = true;
      lastFailure = String.valueOf(cause.getMessage());
    }
    if (waiting.isEmpty()) {
      emptied.complete(null);
      emptied = new CompletableFuture<>();
    }
  }
}
