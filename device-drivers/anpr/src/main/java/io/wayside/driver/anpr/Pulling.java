// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.PlateReading;
import io.wayside.core.health.Health;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.anpr.event.ClockWatch;
import io.wayside.driver.anpr.event.Passages;
import io.wayside.driver.anpr.onvif.Notification;
import io.wayside.driver.anpr.onvif.PassedOver;
import io.wayside.driver.anpr.onvif.PlateEvents;
import io.wayside.driver.anpr.onvif.PullPoint;
import io.wayside.driver.anpr.onvif.Pulled;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one ONVIF camera: subscribes, asks for what happens over and over, and subscribes
 * anew when that breaks. A camera that answers an empty hand at once is not asked in a hurry.
 */
final class Pulling implements Hearing {

  private static final Logger log = LoggerFactory.getLogger(Pulling.class);

  /** So many events in one answer; cameras may give fewer. */
  static final int MOST_AT_ONCE = 10;

  private static final long BREATH_MS = 200;
  private static final long JOIN_MS = 3_000;

  private final String name;
  private final OnvifCamera camera;
  private final PlateEvents events;
  private final PassedOver passedOver;
  private final boolean withPictures;
  private final Consumer<PlateReading> listener;
  private final Passages told = new Passages();
  private final ClockWatch clock;
  private final Standing standing;
  private final Backoff backoff;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;

  /**
   * What plates are made of.
   *
   * @param withPictures whether readings carry pictures that are in their messages
   */
  record Plates(
      PlateEvents events,
      PassedOver passedOver,
      boolean withPictures,
      Consumer<PlateReading> listener) {}

  Pulling(
      String name,
      OnvifCamera camera,
      Plates plates,
      ClockWatch clock,
      Standing standing,
      Backoff backoff,
      TimeSource time) {
    this.name = name;
    this.camera = camera;
    this.events = plates.events();
    this.passedOver = plates.passedOver();
    this.withPictures = plates.withPictures();
    this.listener = plates.listener();
    this.clock = clock;
    this.standing = standing;
    this.backoff = backoff;
    this.time = time;
    this.health = standing.health();
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Health health() {
    return health;
  }

  private void run() {
    while (!stopping()) {
      try {
        hearUntilItBreaks();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException ended) {
        // A stop counts down first; any other interrupt ends an attempt, not the driver.
        log.debug("{}: interrupted", name);
      }
    }
    standing.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
    publish();
  }

  private void hearUntilItBreaks() throws InterruptedException {
    @Nullable PullPoint point = null;
    boolean answers = true;
    try {
      point = camera.subscribe();
      hear(point);
    } catch (DeviceException why) {
      answers = !(why instanceof DeviceException.TimedOut);
      if (!stopping()) {
        standing.down(why, time.monotonicNanos());
      }
    } catch (RuntimeException | Error fault) {
      log.error("{}: fault in the driver; subscribing again", name, fault);
      standing.down(
          Cause.LINK_DOWN,
          "fault in the driver (" + fault + "); see the log",
          time.monotonicNanos());
    } finally {
      publish();
      log.debug("{}: passed over so far: {}", name, passedOver);
      if (point != null && answers) {
        giveBack(point);
      }
    }
  }

  private void hear(PullPoint given) throws DeviceException, InterruptedException {
    PullPoint point = given;
    boolean renewable = true;
    // The first is short: whether the camera is heard is not to be known so late as in a whole one.
    boolean first = true;
    while (!stopping()) {
      Pulled pulled = first ? camera.first(point, MOST_AT_ONCE) : camera.pull(point, MOST_AT_ONCE);
      first = false;
      long now = time.monotonicNanos();
      backoff.reset();
      for (Notification each : pulled.notifications()) {
        take(each, point, now);
      }
      Stamp stamp = time.at(now);
      if (stamp.clock().state() != ClockQuality.State.UNSYNCHRONISED) {
        clock.heard(pulled.now(), stamp.wall());
      }
      standing.heard(now, clock.offset(), passedOver.withoutPlateInARow());
      publish();
      point = point.lasting(pulled.until());
      if (renewable && camera.endsSoon(point, pulled.now())) {
        Optional<PullPoint> longer = longer(point);
        renewable = longer.isPresent();
        point = longer.orElse(point);
      }
      if (pulled.notifications().isEmpty()) {
        stop.await(BREATH_MS, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Cameras that keep a subscription by being asked may know no renewing. */
  private Optional<PullPoint> longer(PullPoint point) throws InterruptedException {
    try {
      return Optional.of(camera.renewed(point));
    } catch (DeviceException.TimedOut unheard) {
      return Optional.of(point); // which is no refusal: tried again after the next pull
    } catch (DeviceException none) {
      log.info("{}: the camera does not renew subscriptions: {}", name, none.getMessage());
      return Optional.empty();
    }
  }

  private void take(Notification each, PullPoint point, long now) {
    Optional<PlateEvents.Seen> seen = events.read(each, point.since());
    if (seen.isEmpty()) {
      return;
    }
    if (told.isAgain(seen.get().notice(), now)) {
      passedOver.count(PassedOver.Reason.AGAIN);
      return;
    }
    List<byte[]> jpegs = withPictures ? seen.get().jpegs() : List.of();
    listener.accept(seen.get().notice().reading(now, jpegs));
  }

  private void giveBack(PullPoint point) throws InterruptedException {
    // Whoever stops the driver interrupts what waits; this is asked all the same.
    boolean interrupted = Thread.interrupted();
    try {
      camera.unsubscribe(point);
    } catch (DeviceException gone) {
      log.debug("{}: the subscription ends by itself: {}", name, gone.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void publish() {
    Health now = standing.health();
    if (!now.sameAs(health)) {
      log.info("{}: {} {}", name, now.status(), now.message());
    }
    health = now;
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Ends the thread, waiting for it at most three seconds. */
  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", name, JOIN_MS);
    }
  }
}
