// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.Hold;
import io.wayside.core.supervision.KeptOpen;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.detector.card.LineWatch;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The line of one card while it is open. */
final class KeptLine implements KeptOpen {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final LinkAddress address;
  private final LinkService links;
  private final LineWatch watch;
  private final long silentAfterNanos;
  private final CardStanding standing;
  private final Consumer<CardWord> listener;
  private final TimeSource time;
  private final LoopFaults faults = new LoopFaults();

  /**
   * @param silentAfterNanos without a byte for so long it is opened anew; 0: silence is no fault
   */
  KeptLine(
      LinkAddress address,
      LinkService links,
      LineWatch watch,
      long silentAfterNanos,
      CardStanding standing,
      Consumer<CardWord> listener,
      TimeSource time) {
    this.address = address;
    this.links = links;
    this.watch = watch;
    this.silentAfterNanos = silentAfterNanos;
    this.standing = standing;
    this.listener = listener;
    this.time = time;
  }

  @Override
  public void work(Hold hold) throws DeviceException, InterruptedException {
    try (Link link = hold.open(() -> links.open(address))) {
      watch.opened(time.monotonicNanos());
      read(link, hold);
    }
  }

  private void read(Link link, Hold hold) throws DeviceException {
    byte[] buffer = new byte[1024];
    long heard = time.monotonicNanos();
    boolean first = silentAfterNanos > 0; // then nothing is believed before the first byte
    while (!hold.isStopping()) {
      int count = link.read(buffer, PATIENCE);
      long now = time.monotonicNanos();
      if (count > 0) {
        heard = now;
        first = false;
        hold.progress();
      } else if (silentAfterNanos > 0 && now - heard > silentAfterNanos) {
        throw new TimedOut(
            "nothing for "
                + silentAfterNanos / 1_000_000_000
                + " s, not even a heartbeat; check"
                + " the card and the line");
      }
      if (!first) {
        tell(count > 0 ? watch.received(buffer, count, now) : watch.quiet(now), now);
        hold.publish();
      }
    }
  }

  private void tell(List<CardWord> words, long now) {
    words.forEach(faults::hear);
    faults.again().forEach(listener);
    words.forEach(listener);
    standing.heard(now, watch.garbledInARow(), faults.toString());
  }

  @Override
  public void broke(DeviceException why) {
    standing.down(why, time.monotonicNanos());
  }

  @Override
  public void faulty(String detail) {
    standing.down(Cause.LINK_DOWN, detail, time.monotonicNanos());
  }

  @Override
  public void stopped() {
    standing.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
  }

  @Override
  public Health health() {
    return standing.health();
  }
}
