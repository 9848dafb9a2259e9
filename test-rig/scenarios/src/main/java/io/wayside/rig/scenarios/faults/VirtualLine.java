// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.device.Backoff;
import io.wayside.driver.indicator.session.IndicatorSession;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;

/**
 * The driver's end of a line in stepped time: polls and reopens with the driver's own waiting times
 * and hands every byte to the driver's session at the time it arrives.
 */
final class VirtualLine implements BytePipe {

  private static final byte[] NOTHING = {};
  private static final Duration POLL = Duration.ofMillis(100);

  private final RigClock clock;
  private final IndicatorSession session;
  private final Backoff backoff;
  private final Runnable back;
  private boolean plugged;
  private boolean opened;

  /**
   * @param back told when the plug is put back
   */
  VirtualLine(RigClock clock, IndicatorSession session, Backoff backoff, Runnable back) {
    this.clock = clock;
    this.session = session;
    this.backoff = backoff;
    this.back = back;
  }

  @Override
  public void open() {
    plugged = true;
    attempt();
    clock.every(POLL, due -> poll());
  }

  private void poll() {
    if (opened) {
      session.quiet(clock.nanos());
    }
  }

  private void attempt() {
    if (plugged) {
      opened = true;
      session.opened(clock.nanos());
    } else {
      fail("no such adapter");
    }
  }

  private void fail(String detail) {
    opened = false;
    session.down(detail, clock.nanos());
    clock.after(Duration.ofMillis(backoff.nextMs()), this::attempt);
  }

  @Override
  public String address() {
    return "virtual";
  }

  @Override
  public boolean attached() {
    return opened;
  }

  @Override
  public int write(byte[] bytes) {
    if (!opened) {
      return 0;
    }
    session.received(bytes, bytes.length, "", clock.nanos());
    if (session.heardSinceOpened()) {
      backoff.reset();
    }
    return bytes.length;
  }

  @Override
  public byte[] read() {
    return NOTHING;
  }

  @Override
  public void unplug() {
    plugged = false;
    if (opened) {
      fail("the line hung up");
    }
  }

  @Override
  public void replug() {
    if (!plugged) {
      plugged = true;
      back.run();
    }
  }

  @Override
  public void close() {
    plugged = false;
    opened = false;
  }
}
