// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import io.wayside.core.record.Draft;
import io.wayside.core.record.RecordId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
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
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> emptied = new CompletableFuture<>();
  private boolean underWay;
  private boolean resting;
  private int refused;
  private String lastFailure = "";
  private String lastRefusal = "";

  private record Waiting(Draft draft, CompletableFuture<RecordId> kept) {}

  private record Answer(@Nullable RecordId id, @Nullable Throwable failure) {}

  /**
   * How it stands.
   *
   * @param waiting drafts not yet in the journal
   * @param refused drafts the journal will never take; their content is in the log
   * @param lastFailure why the journal does not take what waits; empty as soon as it answers again
   * @param lastRefusal the journal's words on the last draft that it will never take; else empty
   */
  public record State(int waiting, int refused, String lastFailure, String lastRefusal) {

    /** Nothing was ever refused for good, or nobody asks why. */
    public State(int waiting, int refused, String lastFailure) {
      this(waiting, refused, lastFailure, "");
    }

    /** Why something is not in the journal; empty when there is no such thing. */
    public String why() {
      return lastRefusal.isEmpty() ? lastFailure : lastRefusal;
    }
  }

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
    return take(draft).isPresent();
  }

  /**
   * Takes the draft, unless full. What is given back completes when this draft is durable, and
   * fails with {@link JournalException.Refused} when it never will be: what depends on a record
   * must wait for that record, not for the line to be empty.
   */
  public Optional<CompletableFuture<RecordId>> take(Draft draft) {
    CompletableFuture<RecordId> kept = new CompletableFuture<>();
    synchronized (this) {
      if (waiting.size() >= capacity) {
        return Optional.empty();
      }
      waiting.addLast(new Waiting(draft, kept));
    }
    handIn();
    return Optional.of(kept);
  }

  /** Tries again what was not taken; called now and then. */
  public void retry() {
    synchronized (this) {
      resting = false;
    }
    handIn();
  }

  /** Completes when nothing waits any more, whether taken or refused for good. */
  public synchronized CompletableFuture<Void> emptied() {
    return waiting.isEmpty() ? CompletableFuture.completedFuture(null) : emptied.copy();
  }

  /** Kind and body of what waits, for the log when there is nowhere else left. */
  public synchronized List<String> contents() {
    return waiting.stream().map(each -> each.draft().kind() + " " + each.draft().body()).toList();
  }

  public synchronized State state() {
    return new State(waiting.size(), refused, lastFailure, lastRefusal);
  }

  private void handIn() {
    Draft next = claim();
    while (next != null) {
      CompletableFuture<Answer> answered = append(next).handle(Answer::new);
      if (!answered.isDone()) {
        var unused =
            answered.thenAccept(
                answer -> {
                  settle(answer);
                  handIn();
                });
        return;
      }
      settle(answered.join());
      next = claim();
    }
  }

  /**
   * A journal that breaks its contract must not leave the line standing; nor must an error of the
   * virtual machine, after which nothing would ever be handed in again.
   */
  private CompletableFuture<RecordId> append(Draft draft) {
    try {
      return journal.append(draft);
    } catch (RuntimeException | Error fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  private synchronized @Nullable Draft claim() {
    if (underWay || resting || waiting.isEmpty()) {
      return null;
    }
    underWay = true;
    return waiting.element().draft();
  }

  /** Tells whoever waits without the lock: they may come back to this line. */
  private void settle(Answer answer) {
    Throwable cause = cause(answer.failure());
    Waiting done = settled(cause);
    if (done == null) {
      return;
    }
    if (cause == null) {
      done.kept().complete(answer.id());
    } else {
      complain.accept(
          "the journal will never take this "
              + done.draft().kind()
              + ": "
              + cause
              + " "
              + done.draft().body());
      done.kept().completeExceptionally(cause);
    }
    nothingWaits().ifPresent(all -> all.complete(null));
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** What is done with, either way; null when it is to be tried again. */
  private synchronized @Nullable Waiting settled(@Nullable Throwable cause) {
    underWay = false;
    if (cause != null && !(cause instanceof JournalException.Refused)) {
      resting = true;
      lastFailure = words(cause);
      return null;
    }
    lastFailure = "";
    if (cause != null) {
      refused++;
      lastRefusal = words(cause);
    }
    return waiting.remove();
  }

  private static String words(Throwable cause) {
    String said = cause.getMessage();
    return said == null || said.isEmpty() ? cause.getClass().getSimpleName() : said;
  }

  private synchronized Optional<CompletableFuture<Void>> nothingWaits() {
    if (!waiting.isEmpty()) {
      return Optional.empty();
    }
    CompletableFuture<Void> all = emptied;
    emptied = new CompletableFuture<>();
    return Optional.of(all);
  }
}
