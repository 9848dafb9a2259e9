// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times when nothing gets through: the device silent, the line hung up, or unplugged by hand. */
final class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);
  private static final Duration RETRY = Duration.ofMillis(200);

  private final BytePipe wire;
  private final RigClock clock;
  private long silentUntilNanos = Long.MIN_VALUE;
  private boolean disconnected;
  private boolean unplugged;
  private long disconnections;

  Outage(BytePipe wire, RigClock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  synchronized boolean lasts() {
    return disconnected || unplugged || clock.nanos() < silentUntilNanos;
  }

  synchronized void stall(Duration lasting) {
    silentUntilNanos = clock.nanos() + lasting.toNanos();
  }

  synchronized void disconnect(Duration lasting) {
    disconnected = true;
    wire.unplug();
    long number = ++disconnections;
    clock.after(lasting, () -> reconnect(number));
  }

  private synchronized void reconnect(long number) {
    if (disconnected && number == disconnections) {
      reconnect();
    }
  }

  private void reconnect() {
    try {
      if (!unplugged) {
        wire.replug();
      }
      disconnected = false;
    } catch (IOException e) {
      log.warn("{} cannot be plugged in again; trying again in {}", wire.address(), RETRY, e);
      long number = disconnections;
      clock.after(RETRY, () -> reconnect(number));
    }
  }

  /** Ends silence and disconnection now; what was unplugged by hand stays so. */
  synchronized void end() {
    silentUntilNanos = Long.MIN_VALUE;
    if (disconnected) {
      reconnect();
    }
  }

  synchronized void unplugByHand() {
    unplugged = true;
    wire.unplug();
  }

  synchronized void replugByHand() throws IOException {
    unplugged = false;
    if (!disconnected) {
      wire.replug();
    }
  }
}
