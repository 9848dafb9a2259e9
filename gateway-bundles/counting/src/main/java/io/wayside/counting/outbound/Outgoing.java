// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.outbound;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts on their way to the journal, one after the other, so that their order holds when the
 * journal says "not now". Bounded: when it is full a further draft goes to the log, is counted, and
 * the counter's health says so.
 */
public final class Outgoing {

  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  private final Journal journal;
  private final int capacity;
  private final Deque<Draft> waiting = new ArrayDeque<>();
  private boolean underWay;
  private long lost;
  private String lastFailure = "";

  /**
   * How it stands.
   *
   * @param lost drafts that are in the log alone
   * @param lastFailure the journal's last words while something waits or was lost
   */
  public record State(int waiting, long lost, String lastFailure) {}

  public Outgoing(Journal journal, int capacity) {
    this.journal = journal;
    this.capacity = capacity;
  }

  /** Takes a draft. */
  public void offer(Draft draft) {
    synchronized (this) {
      if (waiting.size() >= capacity) {
        lost++;
        LOG.error("no room for this {}, it is not recorded: {}", draft.kind(), draft.body());
        return;
      }
      waiting.addLast(draft);
    }
    retry();
  }

  /** Hands in what waits; called now and then as well. */
  public void retry() {
    Draft next;
    synchronized (this) {
      next = underWay ? null : waiting.peekFirst();
      underWay |= next != null;
    }
    if (next != null) {
      var unused = journal.append(next).whenComplete((id, failure) -> settled(failure));
    }
  }

  public synchronized State state() {
    return new State(waiting.size(), lost, lastFailure);
  }

  private void settled(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    synchronized (this) {
      underWay = false;
      if (cause == null || cause instanceof JournalException.Refused) {
        Draft done = waiting.removeFirst();
        if (cause != null) {
          lost++;
          LOG.error("the journal will never take this {}: {}", done.kind(), done.body(), cause);
        }
      }
      if (cause != null) {
        lastFailure = String.valueOf(cause.getMessage());
      } else if (lost == 0) {
        lastFailure = "";
      }
    }
    if (cause == null) {
      retry();
    }
  }
}
