// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tapline;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a card reader; a line that breaks is opened again. Sentences of ALIVE go no further.
 */
@Component(
    name = TapLine.PID,
    configurationPid = TapLine.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {SentenceSource.class, HealthSource.class})
@Designate(ocd = TapLineConfig.class, factory = true)
public final class TapLine implements SentenceSource, HealthSource {

  static final String PID = "io.wayside.device.tap-line";

  private static final Logger LOG = LoggerFactory.getLogger(TapLine.class);
  private static final String ALIVE = "ALIVE";
  private static final int BUFFER = 512;
  private static final long JOIN_MS = 3_000;
  private static final long DAMAGE_TOLD_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final String deviceId;
  private final LinkAddress address;
  private final long silenceNanos;
  private final LinkService links;
  private final TimeSource time;
  private final Listeners<Sentence> listeners;
  private final Backoff backoff = new Backoff(250, 10_000, new SplittableRandom());
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;

  @Activate
  public TapLine(
      TapLineConfig config,
      @Reference(name = "links") LinkService links,
      @Reference(name = "time") TimeSource time) {
    this(config.device_id(), config.link(), config.silenceS(), links, time);
  }

  TapLine(String deviceId, String link, int silenceS, LinkService links, TimeSource time) {
    this.deviceId = deviceId;
    this.address = LinkAddresses.parse(link);
    this.silenceNanos = TimeUnit.SECONDS.toNanos(silenceS);
    this.links = links;
    this.time = time;
    this.listeners = new Listeners<>("tap line " + deviceId, LOG::error);
    this.health = Health.starting("opens " + link, time.monotonicNanos());
    this.thread = new Thread(this::live, "tap-line-" + deviceId);
    thread.setDaemon(true);
    thread.start();
  }

  private void live() {
    try {
      do {
        listen();
      } while (!stopped.await(backoff.nextMs(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      LOG.debug("{}: interrupted while waiting", deviceId);
    }
  }

  private void listen() {
    try (Link link = links.open(address)) {
      say(Health.ok(time.monotonicNanos()));
      read(link);
    } catch (DeviceException.LinkDown down) {
      lost(
          "link-down",
          "the reader cannot be heard at "
              + LinkAddresses.print(address)
              + ", look at its line: "
              + down.getMessage());
    } catch (RuntimeException | Error fault) { // or nobody would listen any more, unnoticed
      LOG.error("{} has a fault in itself; it opens its line anew, report it", deviceId, fault);
      lost("internal-fault", "a fault of the software, report it with the log: " + fault);
    }
  }

  private void lost(String code, String words) {
    say(new Health(Health.Status.FAILED, code, words, time.monotonicNanos()));
    listeners.interrupted(
        new Interruption(time.monotonicNanos(), Interruption.Cause.LINK_DOWN, words));
  }

  private void read(Link link) throws DeviceException.LinkDown {
    Sentences sentences = new Sentences();
    byte[] buffer = new byte[BUFFER];
    long heardNanos = time.monotonicNanos();
    long damaged = 0;
    long damagedNanos = heardNanos;
    while (stopped.getCount() > 0) {
      int count = link.read(buffer, PATIENCE);
      long now = time.monotonicNanos();
      for (String text : sentences.take(buffer, count)) {
        heardNanos = now;
        backoff.reset();
        if (!text.equals(ALIVE)) {
          listeners.received(new Sentence(now, text, ""));
        }
      }
      if (sentences.damaged() > damaged) {
        damaged = sentences.damaged();
        damagedNanos = now;
      }
      boolean isDamaged = damaged > 0 && now - damagedNanos < DAMAGE_TOLD_NANOS;
      judge(isDamaged ? damaged : 0, now, now - heardNanos);
    }
  }

  private void judge(long damaged, long now, long silentNanos) {
    if (silenceNanos > 0 && silentNanos > silenceNanos) {
      say(
          new Health(
              Health.Status.DEGRADED,
              "silent",
              "the reader says nothing for longer than it should: look at it and at its line",
              now));
    } else if (damaged > 0) {
      say(
          new Health(
              Health.Status.DEGRADED,
              "lines-damaged",
              damaged + " lines since it was opened were no sentences: look at baud rate and cable",
              now));
    } else {
      say(Health.ok(now));
    }
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    stopped.countDown();
    thread.join(JOIN_MS);
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super Sentence> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(health);
  }
}
