// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import io.wayside.driver.indicator.session.IndicatorSession;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;

/**
 * The driver's side of the wire in simulated time, as its reading thread treats a session: bytes as
 * they come, a look every 100 ms, and some time until a line that broke is open again.
 */
final class SteppedScale implements BytePipe {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration REOPENED_AFTER = Duration.ofMillis(900);

  private final RigClock clock;
  private final IndicatorSession session;
  private boolean plugged;
  private boolean open;

  SteppedScale(RigClock clock, IndicatorSession session) {
    this.clock = clock;
    this.session = session;
  }

  @Override
  public void open() {
    replug();
    clock.every(
        LOOK,
        due -> {
          if (open) {
            session.quiet(clock.nanos());
          }
        });
  }

  @Override
  public int write(byte[] frame) {
    if (open) {
      session.received(frame, frame.length, "", clock.nanos());
    }
    return open ? frame.length : 0;
  }

  @Override
  public void unplug() {
    plugged = false;
    if (open) {
      open = false;
      session.down("unplugged", clock.nanos());
    }
  }

  @Override
  public void replug() {
    plugged = true;
    clock.after(
        REOPENED_AFTER,
        () -> {
          if (plugged && !open) {
            open = true;
            session.opened(clock.nanos());
          }
        });
  }

  @Override
  public String address() {
    return "simulated";
  }

  @Override
  public boolean attached() {
    return open;
  }

  @Override
  public byte[] read() {
    return new byte[0];
  }

  @Override
  public void close() {
    unplug();
  }
}
