// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.LaneOffice;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagQuestion;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An office at work: one thread posts, one looks for signs of life, a few ask. Records wait in the
 * journal alone, so a process that is killed loses nothing.
 */
public final class OfficeAtWork implements LaneOffice {

  private static final Logger LOG = LoggerFactory.getLogger(OfficeAtWork.class);

  private static final String STATE = "state";
  private static final String SEEN = "seen";

  /** The verbs, and what each asks for. */
  public static final Map<String, Permission> VERBS =
      Map.of(STATE, Permission.WATCH, SEEN, Permission.OPERATE);

  private static final long LONGEST_WAIT_NANOS = 1_000_000_000L;
  private static final long LOOK_MS = 250;
  private static final long JOIN_MS = 2_000;

  private final TimeSource time;
  private final Posting posting;
  private final Questions questions;
  private final Refusals refusals;
  private final Semaphore woken = new Semaphore(0);
  private final ScheduledExecutorService looker;
  private final Thread poster;
  private volatile boolean stopping;
  private Health health;

  public OfficeAtWork(OfficeParts parts) {
    this.time = parts.time();
    this.refusals = new Refusals(parts);
    this.posting = new Posting(parts, refusals, woken::release);
    this.questions = new Questions(parts);
    this.health = Health.ok(time.monotonicNanos());
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            task -> daemon(task, "toll-office-look-" + parts.id()));
    this.poster = daemon(this::live, "toll-office-" + parts.id());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  public void start() {
    poster.start();
    var unused =
        looker.scheduleWithFixedDelay(this::lookForLife, 0, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void lookForLife() {
    try {
      questions.look();
    } catch (RuntimeException fault) {
      LOG.error(
          "{}: looking for a sign of life failed; it is tried again", poster.getName(), fault);
    }
  }

  private void live() {
    try {
      while (!stopping) {
        long due = turn();
        long wait = Math.min(LONGEST_WAIT_NANOS, due - time.monotonicNanos());
        if (woken.tryAcquire(Math.max(0, wait), TimeUnit.NANOSECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException interrupted) {
      LOG.debug("{}: interrupted while waiting", poster.getName());
    }
  }

  private long turn() {
    long now = time.monotonicNanos();
    try {
      return posting.turn(now);
    } catch (RuntimeException fault) {
      LOG.error(
          "{} has a fault in itself; it begins anew with what is not settled, report it",
          poster.getName(),
          fault);
      posting.fell(fault);
      return now + LONGEST_WAIT_NANOS;
    }
  }

  @Override
  public boolean isReachable() {
    return questions.isReachable();
  }

  @Override
  public void ask(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer) {
    questions.ask(question, withinNanos, answer);
  }

  @Override
  public OptionalLong settledThrough(String stream) {
    return posting.settledThrough(stream);
  }

  /** How it is, since when. */
  public synchronized Health health() {
    PostingState state = posting.state();
    Health now =
        OfficeHealth.judge(
            state, refusals.count(), refusals.shown(), questions.trouble(), time.monotonicNanos());
    health = now.sameAs(health) ? health : now;
    return health;
  }

  /** Carries a command out. */
  public CommandResult handle(Command command) {
    return switch (command.verb()) {
      case STATE -> new CommandResult.Done(OfficeBody.of(posting.state(), questions, refusals));
      case SEEN -> seen(command);
      default ->
          new CommandResult.Refused(
              "unknown-verb", "an office knows " + VERBS.keySet() + ", not " + command.verb());
    };
  }

  private CommandResult seen(Command command) {
    if (command.reason().isBlank()) {
      return new CommandResult.Refused(
          "reason-missing", "say what became of the refused records: it is kept");
    }
    try {
      refusals.seen(command.actor().name() + " (" + command.actor().face() + ")", command.reason());
      return new CommandResult.Done(OfficeBody.of(posting.state(), questions, refusals));
    } catch (JournalException notKept) {
      return new CommandResult.Failed(
          "not-recorded", "the journal did not take it, nothing changed: " + notKept.getMessage());
    }
  }

  /** A request under way is broken off: it is asked about at the next start. */
  public void stop() throws InterruptedException {
    stopping = true;
    woken.release();
    looker.shutdownNow();
    questions.stop();
    poster.interrupt();
    poster.join(JOIN_MS);
    if (poster.isAlive()) {
      LOG.error("{}: still busy {} ms after the stop", poster.getName(), JOIN_MS);
    }
    posting.close();
  }
}
