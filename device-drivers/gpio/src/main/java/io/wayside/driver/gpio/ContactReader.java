// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.supervision.Hold;
import io.wayside.core.supervision.KeptOpen;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import io.wayside.driver.gpio.lines.InputLine;
import io.wayside.driver.gpio.lines.Lines;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One contact on its line: hears edges. A wait for one ends soon enough for a stop. */
final class ContactReader implements KeptOpen {

  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final String deviceId;
  private final Lines lines;
  private final Bias bias;
  private final ContactTeller teller;
  private final TimeSource time;
  private Health health;

  ContactReader(String deviceId, Lines lines, Bias bias, ContactTeller teller, TimeSource time) {
    this.deviceId = deviceId;
    this.lines = lines;
    this.bias = bias;
    this.teller = teller;
    this.time = time;
    this.health = Health.starting(deviceId + ": not opened yet", time.monotonicNanos());
  }

  Optional<Boolean> active() {
    return teller.active();
  }

  @Override
  public void work(Hold hold) throws LinkDown {
    try (InputLine line = lines.input(bias)) {
      opened(line.high());
      hold.progress();
      hold.publish();
      while (!hold.isStopping()) {
        long now = time.monotonicNanos();
        teller.alive(now);
        Edge edge = line.next(Duration.ofNanos(teller.untilSettledNanos(now, WAIT_NANOS)));
        if (edge != null) {
          teller.hear(edge.high(), edge.monotonicNanos(), edge.stampedBy());
        }
      }
    }
  }

  @Override
  public void broke(DeviceException why) {
    interrupt(Cause.LINK_DOWN, deviceId + ": " + why.getMessage());
  }

  @Override
  public void faulty(String detail) {
    interrupt(Cause.LINK_DOWN, deviceId + ": " + detail);
  }

  @Override
  public void stopped() {
    interrupt(Cause.STOPPED, deviceId + ": the driver was stopped");
  }

  private void opened(boolean high) {
    long now = time.monotonicNanos();
    health = Health.ok(now);
    teller.begin(high, now);
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  private void interrupt(Cause cause, String detail) {
    String code = cause == Cause.STOPPED ? "stopped" : "link-down";
    Health now = new Health(Status.FAILED, code, detail, time.monotonicNanos());
    if (!now.sameAs(health)) {
      health = now;
    }
    teller.lose(cause, detail);
  }

  @Override
  public Health health() {
    return health;
  }
}
