// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;

/**
 * The controller of an obstruction light: register 301 commands on (1) or off (0), 302 says how it
 * went (1 pending, 2 on, 3 off, 4 failed after ten seconds), 303 is the heartbeat time in tenths of
 * a second, 304 its key. Not written again in time, the lights return to on.
 */
public final class ObstructionLight extends Registers implements AutoCloseable {

  private static final Duration LOOKING = Duration.ofMillis(10);
  private static final long GIVES_UP_NANOS = 10_000_000_000L;

  private static final int PENDING = 1;
  private static final int IS_ON = 2;
  private static final int IS_OFF = 3;
  private static final int FAILED = 4;

  private final RigClock clock;
  private final Lamp lamp;
  private final long switchesWithinNanos;
  private final RigClock.Task looking;
  private final Heartbeat heartbeat = new Heartbeat();
  private int command = 1;
  private int confirmation = IS_ON;
  private long commandedNanos;

  /** Lights that take so long to switch. */
  public ObstructionLight(RigClock clock, Lamp lamp, Duration switchesWithin) {
    super(301, 304);
    this.clock = clock;
    this.lamp = lamp;
    this.switchesWithinNanos = switchesWithin.toNanos();
    lamp.will(Lamp.Will.ON);
    this.looking = clock.every(LOOKING, this::look);
  }

  /** Its supply goes and comes back. */
  public synchronized void reboot() {
    heartbeat.time(0, clock.nanos());
    switched(1);
    confirmation = IS_ON;
    lamp.will(Lamp.Will.ON);
  }

  private void switched(int to) {
    command = to;
    confirmation = PENDING;
    commandedNanos = clock.nanos();
  }

  private synchronized void look(long dueNanos) {
    if (heartbeat.isOver(dueNanos) && command != 1) {
      switched(1);
    }
    long since = dueNanos - commandedNanos;
    if (confirmation == PENDING && since >= switchesWithinNanos) {
      lamp.will(command == 1 ? Lamp.Will.ON : Lamp.Will.OFF);
      if (!lamp.isBroken() || command == 0) {
        confirmation = command == 1 ? IS_ON : IS_OFF;
      } else if (since >= GIVES_UP_NANOS) {
        confirmation = FAILED;
      }
    }
  }

  @Override
  int holding(int address) {
    return switch (address) {
      case 301 -> command;
      case 302 -> confirmation;
      case 303 -> heartbeat.time();
      default -> 0;
    };
  }

  @Override
  void wrote(int address, int value) throws Refused {
    switch (address) {
      case 301 -> {
        if (value > 1) {
          throw new Refused(Refused.ILLEGAL_VALUE);
        }
        switched(value);
      }
      case 303 -> heartbeat.time(value, clock.nanos());
      case 304 -> heartbeat.keep(value, clock.nanos());
      default -> throw new Refused(Refused.ILLEGAL_ADDRESS);
    }
  }

  @Override
  public void close() {
    looking.cancel();
  }
}
