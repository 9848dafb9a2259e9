// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.plaza.PlazaMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one toll lane, which alone calls the lane. It begins with what the journal knows;
 * while that cannot be read nothing is done. A fault of the software ends the run: outputs fall to
 * their safe state, and the lane begins anew from the journal, as after a power cut.
 */
public final class TollLane {

  private static final Logger LOG = LoggerFactory.getLogger(TollLane.class);

  static final int MOST_RECORDS = 256;
  private static final int MOST_FRAMES = 4;
  private static final long ENCODER_RESTS_S = 10;
  private static final long AGAIN_MS = 1_000;
  private static final long JOIN_MS = 3_000;
  private static final long LAST_RECORDS_MS = 2_000;
  private static final long CLERK_S = 60;
  private static final long PUBLISH_NANOS = 100_000_000;

  private final LaneParts parts;
  private final String id;
  private final TimeSource time;
  private final Inbox inbox = new Inbox(Works.MOST_SIGHTINGS, Works.MOST_CHANGES);
  private final RecordLine line;
  private final ShiftClerk clerk;
  private final CorrectionTurns turns = new CorrectionTurns();
  private final LaneCommands commands;
  private final ScheduledExecutorService slow;
  private final ExecutorService encoder;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Health health;
  private volatile @Nullable Works works;
  private volatile @Nullable LaneView view;
  private long publishedNanos;

  public TollLane(LaneParts parts) {
    this.parts = parts;
    this.id = parts.settings().origin().id();
    this.time = parts.time();
    this.line = new RecordLine(parts.journal(), MOST_RECORDS);
    this.clerk = new ShiftClerk(parts.settings(), parts.journal(), line, parts.provenance(), time);
    this.slow = Executors.newScheduledThreadPool(2, task -> daemon(task, "toll-slow-" + id));
    this.commands =
        new LaneCommands(
            inbox,
            time,
            parts.order(),
            parts.turned().isPresent(),
            () -> Optional.ofNullable(view),
            this::running,
            new Corrections(parts, line, turns, clerk::late, this::charged, slow));
    this.health = Health.starting("lane " + id + " reads the journal", time.monotonicNanos());
    this.encoder = encoder("toll-pictures-" + id);
    this.thread = daemon(this::live, "toll-" + id);
  }

  /** By a person: the lanes beside hear of it as of one that passed. */
  private void charged(long passage) {
    inbox.errand(() -> parts.plaza().ifPresent(talk -> talk.decided(passage)));
  }

  /** One thread, only while there are pictures; what is too much for it is refused. */
  private static ExecutorService encoder(String name) {
    ThreadPoolExecutor encoder =
        new ThreadPoolExecutor(
            1,
            1,
            ENCODER_RESTS_S,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_FRAMES),
            task -> daemon(task, name));
    encoder.allowCoreThreadTimeOut(true);
    return encoder;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  public void start() {
    thread.start();
    var unused = slow.scheduleWithFixedDelay(this::lookAtShift, CLERK_S, CLERK_S, TimeUnit.SECONDS);
  }

  private void lookAtShift() {
    try {
      clerk.look();
    } catch (RuntimeException | Error fault) {
      LOG.error("{}: a shift's report failed; it is tried again", id, fault);
    }
  }

  /** Something came from another lane of the station. */
  public void plazaHeard(PlazaMessage message) {
    Works now = works;
    if (now != null) {
      inbox.errand(() -> now.run().plazaHeard(message));
    }
  }

  public Health health() {
    return health;
  }

  /** What the lane looks like; empty until the journal was read. */
  public Optional<LaneView> view() {
    return Optional.ofNullable(view);
  }

  public CommandResult handle(Command command) {
    return commands.handle(command);
  }

  private Optional<Works> running() {
    return Optional.ofNullable(works);
  }

  private void live() {
    try {
      while (!stopping()) {
        Optional<Earlier> earlier = earlier();
        if (earlier.isPresent()) {
          runFrom(earlier.get());
        }
        if (stopped.await(AGAIN_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      LOG.debug("{}: interrupted while waiting", thread.getName());
    }
  }

  /** Not before everything of the run before is in the journal, or is lost. */
  private Optional<Earlier> earlier() {
    line.retry();
    if (line.state().waiting() > 0) {
      say(waits(line.state().failure()));
      return Optional.empty();
    }
    try {
      return Optional.of(
          Earlier.read(
              parts.journal(),
              parts.settings().origin().stream(),
              Duration.ofNanos(parts.settings().rules().identifying().duplicateNanos()),
              time.now().wall()));
    } catch (JournalException unread) {
      say(waits(String.valueOf(unread.getMessage())));
      return Optional.empty();
    }
  }

  private Health waits(String why) {
    return new Health(
        Health.Status.DEGRADED,
        "journal-unread",
        "lane " + id + " does not begin before it knows what is in the journal: " + why,
        time.monotonicNanos());
  }

  private void runFrom(Earlier earlier) throws InterruptedException {
    LaneParts facing = parts.facing(parts.order().travel());
    try (Works now = new Works(facing, inbox, line, clerk, turns, earlier, slow, encoder)) {
      works = now;
      while (!stopping() && !now.isOver()) {
        now.step(inbox.next(now.due() - time.monotonicNanos()));
        publish(now);
      }
    } catch (RuntimeException | Error fault) {
      LOG.error("{} has a fault in itself; it begins anew from the journal, report it", id, fault);
      say(
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a fault of the software, see the log: " + fault.getMessage(),
              time.monotonicNanos()));
    } finally {
      works = null;
    }
  }

  private void publish(Works now) {
    long nanos = time.monotonicNanos();
    if (view == null || nanos - publishedNanos >= PUBLISH_NANOS) {
      publishedNanos = nanos;
      view = now.view();
      say(now.health());
    }
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  private boolean stopping() {
    return stopped.getCount() == 0;
  }

  /** Outputs fall to their safe state, the radio goes off, records are handed in. */
  public void stop() throws InterruptedException {
    stopped.countDown();
    inbox.errand(() -> {});
    thread.join(JOIN_MS);
    if (thread.isAlive()) {
      LOG.error("{}: still busy {} ms after the stop; its leases end by themselves", id, JOIN_MS);
    }
    new RadioSwitch(parts.devices().reader(), slow).want(false);
    slow.shutdown();
    encoder.shutdown();
    if (!slow.awaitTermination(LAST_RECORDS_MS, TimeUnit.MILLISECONDS)) {
      LOG.warn("{}: nobody knows whether the radio is off", id);
    }
    line.retry();
    if (!line.awaitEmpty(LAST_RECORDS_MS)) {
      LOG.error("{} stops with records the journal did not take: {}", id, line.contents());
    }
  }
}
