// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;

/** A line in simulated time: what is written arrives at once in a session that polls it. */
final class SteppedLine implements BytePipe {

  private static final byte[] NOTHING = {};
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration REOPENED_AFTER = Duration.ofMillis(700);

  private final RigClock clock;
  private final IndicatorSession session;
  private boolean plugged;
  private boolean opened;

  SteppedLine(RigClock clock, IndicatorSession session) {
    this.clock = clock;
    this.session = session;
  }

  @Override
  public void open() {
    replug();
    clock.every(
        POLL,
        due -> {
          if (opened) {
            session.quiet(clock.nanos());
          }
        });
  }

  @Override
  public String address() {
    return "simulated";
  }

  @Override
  public boolean attached() {
    return opened;
  }

  @Override
  public int write(byte[] frame) {
    if (!opened) {
      return 0;
    }
    session.received(frame, frame.length, "", clock.nanos());
    return frame.length;
  }

  @Override
  public byte[] read() {
    return NOTHING;
  }

  @Override
  public void unplug() {
    plugged = false;
    opened = false;
    session.down("unplugged", clock.nanos());
  }

  @Override
  public void replug() {
    plugged = true;
    clock.after(
        REOPENED_AFTER,
        () -> {
          if (plugged && !opened) {
            opened = true;
            session.opened(clock.nanos());
          }
        });
  }

  @Override
  public void close() {
    unplug();
  }
}
