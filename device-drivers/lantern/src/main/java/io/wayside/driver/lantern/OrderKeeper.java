// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Lease;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.RegisterWriter.NotDone;
import io.wayside.driver.lantern.map.OrderBook;
import io.wayside.driver.lantern.map.Step;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a lantern at what it was told while the lease lasts, and else at automatic. One thread
 * calls it; any may give jobs and ask how it is.
 */
final class OrderKeeper {

  private static final int MOST_JOBS = 4;

  /** What a device refuses it mostly goes on to refuse. */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();

  private final String deviceId;
  private final OrderBook book;
  private final OrderBook.Own own;
  private final RegisterWriter writer;
  private final long lookEveryNanos;
  private final TimeSource time;
  private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(MOST_JOBS);
  private final Lease lease = new Lease(false);
  private LanternOrder order = AUTOMATIC;

  /** Whether the device took what it is to do now. */
  private boolean told;

  private long dueNanos;
  private volatile Health health;

  OrderKeeper(
      String deviceId,
      OrderBook book,
      OrderBook.Own own,
      RegisterWriter writer,
      long lookEveryNanos,
      TimeSource time) {
    this.deviceId = deviceId;
    this.book = book;
    this.own = own;
    this.writer = writer;
    this.lookEveryNanos = lookEveryNanos;
    this.time = time;
    this.dueNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": it has taken nothing yet", dueNanos);
  }

  Health health() {
    return health;
  }

  /** Hands a job to the thread. */
  void give(Job job) throws Refused {
    if (!job.isSetting() && book.steps(job.order(), own).isEmpty()) {
      throw new Refused(
          deviceId
              + ": it does not know the order "
              + job.order()
              + "; its map, ownRhythm and ownIntensity say which it knows");
    }
    if (!jobs.offer(job)) {
      throw new Refused(deviceId + ": too many orders wait for it; wait and repeat");
    }
  }

  boolean hasJobs() {
    return !jobs.isEmpty();
  }

  /**
   * One turn: brings it to automatic where that is due, takes what is asked, beats and looks.
   *
   * @throws DeviceException other than a refusal when the device is not to be reached
   */
  void turn() throws DeviceException, InterruptedException {
    boolean held = !order.equals(AUTOMATIC);
    if (held && !lease.on(time.monotonicNanos())) {
      order = AUTOMATIC;
      told = false;
      dueNanos = time.monotonicNanos();
    }
    if (!told && time.monotonicNanos() - dueNanos >= 0) {
      tell();
    }
    Job job = jobs.poll();
    if (job != null && job.begin()) {
      obey(job);
    }
    if (!order.equals(AUTOMATIC)) {
      beat();
    }
    if (told && time.monotonicNanos() - dueNanos >= 0) {
      look();
    }
  }

  /** A device that refuses its key will go back by itself: it is brought there in good order. */
  private void beat() throws DeviceException {
    try {
      writer.beat();
    } catch (Refused e) {
      amiss("refused", named(e), time.monotonicNanos());
      lease.end();
    }
  }

  /** How long until something is due. */
  long untilDueNanos(long nowNanos, long longestNanos) {
    long due = Math.max(0, Math.min(longestNanos, dueNanos - nowNanos));
    return order.equals(AUTOMATIC)
        ? due
        : Math.min(
            Math.min(due, lease.leftNanos(nowNanos, longestNanos)),
            writer.untilBeatNanos(nowNanos, longestNanos));
  }

  private List<Step> steps(LanternOrder which) {
    return book.steps(which, own).orElseThrow();
  }

  /** Tells it what it is to do now: automatic, or a held order once more. */
  private void tell() throws DeviceException, InterruptedException {
    long now = time.monotonicNanos();
    try {
      if (!order.equals(AUTOMATIC)) {
        writer.arm();
      }
      var unused = writer.carryOut(steps(order));
      took();
    } catch (Refused e) {
      amiss("refused", deviceId + ": it refuses to be told again, " + e.getMessage(), now);
      lease.end(); // Nobody knows what it does now: lit is safe.
    } catch (NotDone e) {
      amiss("order-not-followed", String.valueOf(e.getMessage()), now);
    }
  }

  private void took() {
    told = true;
    dueNanos = time.monotonicNanos() + lookEveryNanos;
    if (health.status() != Status.OK) {
      health = Health.ok(time.monotonicNanos());
    }
  }

  private void amiss(String code, String words, long now) {
    dueNanos = time.monotonicNanos() + AGAIN_NANOS;
    Health worse = new Health(Status.FAILED, code, words, now);
    health = worse.sameAs(health) ? health : worse;
  }

  private void obey(Job job) throws DeviceException, InterruptedException {
    if (!told) {
      job.fail(new LinkDown(health.message()));
      return;
    }
    if (job.isSetting()) {
      set(job);
      return;
    }
    var unused = writer.hasWritten();
    try {
      if (book.heartbeat().isPresent() && !job.order().equals(AUTOMATIC)) {
        writer.arm();
      }
      Answer answer = writer.carryOut(steps(job.order()));
      hold(job);
      job.answer(answer);
    } catch (Refused e) {
      job.fail(new Refused(named(e)));
      backToWhatWas();
    } catch (NotDone e) {
      // Nobody knows what it does now: lit is safe.
      job.fail(new TimedOut(String.valueOf(e.getMessage())));
      lease.end();
      order = AUTOMATIC;
      told = false;
      dueNanos = time.monotonicNanos();
    } catch (DeviceException e) {
      job.fail(e instanceof LinkDown ? new LinkDown(named(e), e) : new TimedOut(named(e)));
      throw e;
    } catch (InterruptedException e) {
      told = false; // It may have taken the order: who ends must say automatic all the same.
      throw e;
    } finally {
      // Interrupted, or a fault: whoever waits must not wait for ever.
      job.fail(new TimedOut(deviceId + ": its driver stopped; whether it acted is unknown"));
    }
  }

  /** A setting that is not taken leaves all as it was. */
  private void set(Job job) throws DeviceException, InterruptedException {
    try {
      job.answer(writer.carryOut(job.settings()));
    } catch (Refused e) {
      job.fail(new Refused(named(e)));
    } catch (NotDone e) {
      job.fail(new TimedOut(String.valueOf(e.getMessage())));
    } catch (DeviceException e) {
      job.fail(e instanceof LinkDown ? new LinkDown(named(e), e) : new TimedOut(named(e)));
      throw e;
    } finally {
      job.fail(new TimedOut(deviceId + ": its driver stopped; whether it acted is unknown"));
    }
  }

  private void hold(Job job) {
    boolean reset = job.order() instanceof LanternOrder.Reset;
    if (reset || job.order().equals(AUTOMATIC)) {
      lease.end();
      order = AUTOMATIC;
    } else {
      lease.take(true, job.untilNanos());
      order = job.order();
    }
    told = !reset;
    dueNanos = time.monotonicNanos() + (reset ? AGAIN_NANOS : lookEveryNanos);
  }

  /** An order of several writes may be refused after the first of them. */
  private void backToWhatWas() throws DeviceException {
    if (writer.hasWritten()) {
      try {
        writer.write(steps(order));
      } catch (Refused e) {
        told = false;
        amiss("refused", named(e), time.monotonicNanos());
      }
    }
  }

  private String named(DeviceException e) {
    String words = String.valueOf(e.getMessage());
    return words.startsWith(deviceId) ? words : deviceId + ": " + words;
  }

  /** Reads back; a device that restarted, or that somebody else switched, is told once more. */
  private void look() throws DeviceException, InterruptedException {
    dueNanos = time.monotonicNanos() + lookEveryNanos;
    try {
      boolean armed = order.equals(AUTOMATIC) || writer.isArmed();
      if (!armed || !writer.stands(steps(order))) {
        told = false;
        amiss(
            "order-not-followed",
            deviceId
                + ": it does not say any more what it was told; it is told again. Look whether it"
                + " restarted, and at switches by hand and at who else writes to it",
            time.monotonicNanos());
        dueNanos = time.monotonicNanos();
      } else if (health.status() != Status.OK) {
        health = Health.ok(time.monotonicNanos());
      }
    } catch (Refused e) {
      amiss("refused", named(e), time.monotonicNanos());
    }
  }

  /** What was told before the loss is forgotten, so that nothing is caught up on later. */
  void lost(Away away, long nowNanos) {
    lease.end();
    order = AUTOMATIC;
    told = false;
    dueNanos = nowNanos;
    String left =
        book.heartbeat().isPresent()
            ? ": it goes back to automatic by itself, "
            : ": not known to be automatic, ";
    Health now = new Health(Status.FAILED, away.code(), deviceId + left + away.words(), nowNanos);
    health = now.sameAs(health) ? health : now;
    refuseJobs();
  }

  /** While the device is away nothing is taken on. */
  void refuseJobs() {
    for (@Nullable Job job = jobs.poll(); job != null; job = jobs.poll()) {
      if (job.begin()) {
        job.fail(new LinkDown(health.message()));
      }
    }
  }

  /** Ends at automatic, if the device takes it. */
  void end() {
    lease.end();
    boolean taken = true;
    if (!(told && order.equals(AUTOMATIC))) {
      order = AUTOMATIC;
      try {
        writer.write(steps(AUTOMATIC));
      } catch (DeviceException e) {
        taken = false;
      }
    }
    health =
        new Health(
            Status.FAILED,
            "stopped",
            deviceId
                + ": the driver was stopped"
                + (taken ? "" : ", and it was not to be brought to automatic"),
            time.monotonicNanos());
    refuseJobs();
  }
}
