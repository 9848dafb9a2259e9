// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a link that is a queue with a known rate and a known way, in simulated time. */
class LinkWindowTest {

  private static final long SECOND = 1_000_000_000L;

  private record Sent(long atNanos, long answeredNanos) {}

  /** Takes records one after another, each for 1/rate; the answer comes a way later. */
  private static final class Link {
    final LinkWindow window;
    final Deque<Sent> inFlight = new ArrayDeque<>();
    double recordsPerS;
    long wayNanos;
    long now;
    long busyUntil;
    long answered;
    int deepest;

    Link(LinkWindow window, double recordsPerS, Duration way) {
      this.window = window;
      this.recordsPerS = recordsPerS;
      this.wayNanos = way.toNanos();
    }

    /** There is always more to send. */
    void run(Duration time) {
      long end = now + time.toNanos();
      answered = 0;
      deepest = 0;
      while (true) {
        while (inFlight.size() < window.size(now)) {
          busyUntil = Math.max(now, busyUntil) + (long) (SECOND / recordsPerS);
          inFlight.add(new Sent(now, busyUntil + wayNanos));
        }
        deepest = Math.max(deepest, inFlight.size());
        if (inFlight.getFirst().answeredNanos() > end) {
          now = end;
          return;
        }
        Sent sent = inFlight.remove();
        now = sent.answeredNanos();
        answered++;
        window.acknowledged(1, now - sent.atNanos(), now);
      }
    }
  }

  private static Link link(int most, double recordsPerS, Duration way) {
    return new Link(new LinkWindow(1, most, 0), recordsPerS, way);
  }

  @Test
  void aFastLinkGetsTheWholeWindowAtOnce() {
    Link loopback = link(1000, 20_000, Duration.ofNanos(200_000));
    loopback.run(Duration.ofMillis(200));
    assertThat(loopback.deepest).isEqualTo(1000);
  }

  @Test
  void onASlowLinkNothingWaitsBehindMoreThanTheSmallestWindow() {
    Link gprs = link(1000, 4, Duration.ofMillis(400));
    gprs.run(Duration.ofMinutes(2));
    assertThat(gprs.deepest).isEqualTo(LinkWindow.SMALLEST);
    assertThat(gprs.answered).as("and the link is never idle").isBetween(470L, 480L);
  }

  @Test
  void aLinkThatBecomesSlowDrainsToTheSmallestWindow() {
    Link link = link(1000, 2_000, Duration.ofMillis(50));
    link.run(Duration.ofSeconds(5));
    assertThat(link.deepest).isGreaterThan(900);
    link.recordsPerS = 10;
    link.run(Duration.ofSeconds(3));
    link.run(Duration.ofMinutes(2));
    assertThat(link.inFlight.size()).isEqualTo(LinkWindow.SMALLEST);
  }

  @Test
  void twoBatchesAlwaysFit() {
    assertThat(new LinkWindow(100, 1000, 0).size(0)).isEqualTo(200);
    assertThat(new LinkWindow(100, 150, 0).size(0)).isEqualTo(150);
    assertThat(new LinkWindow(1, 3, 0).size(0)).isEqualTo(3);
  }

  @Test
  void whatWasLongAgoDoesNotCount() {
    LinkWindow window = new LinkWindow(1, 1000, -7 * SECOND); // a clock may start below zero
    window.acknowledged(500, SECOND / 1000, -6 * SECOND);
    assertThat(window.size(-6 * SECOND)).isEqualTo(500);
    assertThat(window.size(-6 * SECOND + LinkWindow.LATELY.toNanos()))
        .isEqualTo(LinkWindow.SMALLEST);
    window.acknowledged(300, SECOND / 1000, 5000 * SECOND);
    assertThat(window.size(5000 * SECOND)).isEqualTo(300);
  }

  /** Any rate, any way up to 5 s: the link is used, and what waits in it is bounded. */
  @Test
  void everyLinkIsUsedAndNoneIsFlooded() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double recordsPerS = Math.pow(10, 0.3 + 3 * random.nextDouble());
      double wayS = Math.pow(10, -3 + 3.7 * random.nextDouble());
      Link link = link(1000, recordsPerS, Duration.ofNanos((long) (wayS * SECOND)));
      link.run(Duration.ofMinutes(5)); // grows by a half and more with each round trip
      link.run(Duration.ofMinutes(1));
      double roundTripS = wayS + 1 / recordsPerS;
      double reachable = Math.min(recordsPerS, 1000 / roundTripS);
      assertThat(link.answered / 60.0)
          .as("seed %d: %.1f records/s over %.3f s", seed, recordsPerS, wayS)
          .isGreaterThan(0.8 * reachable);
      double latelyS = Math.max(0.5, 2 * roundTripS);
      assertThat((double) link.deepest)
          .as("seed %d: %.1f records/s over %.3f s", seed, recordsPerS, wayS)
          .isLessThan(1.25 * Math.max(LinkWindow.SMALLEST, recordsPerS * latelyS) + 5);
    }
  }
}
