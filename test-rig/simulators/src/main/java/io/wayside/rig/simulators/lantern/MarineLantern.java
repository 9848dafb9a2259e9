// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;

/**
 * A lantern as the example of the documentation describes one: what it does in registers 0 to 8,
 * what it is told in 10 to 14, how much later than UTC it flashes in 15, a restart by coil 0.
 */
public final class MarineLantern extends Registers implements AutoCloseable {

  private static final Duration LOOKING = Duration.ofMillis(10);

  /** What it is told only takes effect after so long. */
  private static final long THINKS_NANOS = 20_000_000L;

  private static final int DELAY_UNIT_MS = 10;

  private final RigClock clock;
  private final Lamp lamp;
  private final boolean hasHeartbeat;
  private final RigClock.Task looking;
  private final Heartbeat heartbeat = new Heartbeat();
  private int command;
  private long commandedNanos;
  private int rhythm = 1;
  private int intensityPercent = 80;
  private double supplyV = 12.6;
  private double temperatureCel = 27.5;
  private float tiltDeg = 1.25f;
  private int faults;
  private int inputs;
  private int restarts;
  private int delayMs;

  /**
   * A lantern.
   *
   * @param hasHeartbeat whether it returns to automatic by itself; without it has no registers 13
   *     to 15
   */
  public MarineLantern(RigClock clock, Lamp lamp, boolean hasHeartbeat) {
    super(0, hasHeartbeat ? 15 : 12);
    this.clock = clock;
    this.lamp = lamp;
    this.hasHeartbeat = hasHeartbeat;
    this.looking = clock.every(LOOKING, this::look);
  }

  public synchronized void supply(double volts) {
    supplyV = volts;
  }

  public synchronized void temperature(double cel) {
    temperatureCel = cel;
  }

  public synchronized void tilt(double deg) {
    tiltDeg = (float) deg;
  }

  /** Bit 0 hot, bit 1 synchronisation lost, bit 15 an alarm. */
  public synchronized void faults(int bits) {
    faults = bits;
  }

  public synchronized void inputs(int bits) {
    inputs = bits;
  }

  public synchronized int rhythm() {
    return rhythm;
  }

  public synchronized int intensityPercent() {
    return intensityPercent;
  }

  /** By how much later than UTC it flashes. */
  public synchronized int delayMs() {
    return delayMs;
  }

  public synchronized int restarts() {
    return restarts;
  }

  /** Its supply goes and comes back: settings stay, what it was told does not. */
  public synchronized void reboot() {
    restarts++;
    heartbeat.time(0, clock.nanos());
    command = 0;
    lamp.will(Lamp.Will.PHOTOCELL);
  }

  private synchronized void look(long dueNanos) {
    if (heartbeat.isOver(dueNanos)) {
      command = 0;
    }
    if (dueNanos - commandedNanos >= THINKS_NANOS) {
      lamp.will(
          switch (command) {
            case 1 -> Lamp.Will.ON;
            case 2 -> Lamp.Will.OFF;
            default -> Lamp.Will.PHOTOCELL;
          });
    }
  }

  @Override
  int holding(int address) {
    return switch (address) {
      case 0 -> lamp.isLit() ? 1 : lamp.shouldBeLit() ? 2 : 0;
      case 1 -> mode();
      case 2 -> (int) Math.round(supplyV * 100);
      case 3 -> lamp.isLit() ? 3 * intensityPercent : 0;
      case 4 -> (int) Math.round(temperatureCel * 10);
      case 5 -> Float.floatToIntBits(tiltDeg) >>> 16;
      case 6 -> Float.floatToIntBits(tiltDeg);
      case 7 -> faults;
      case 8 -> inputs;
      case 10 -> command;
      case 11 -> rhythm;
      case 12 -> intensityPercent;
      case 13 -> heartbeat.time();
      case 15 -> delayMs / DELAY_UNIT_MS;
      default -> 0;
    };
  }

  private int mode() {
    return switch (lamp.will()) {
      case PHOTOCELL -> 0;
      case ON -> 1;
      case OFF -> 2;
    };
  }

  @Override
  void wrote(int address, int value) throws Refused {
    switch (address) {
      case 10 -> {
        command = inRange(value, 0, 2);
        commandedNanos = clock.nanos();
      }
      case 11 -> rhythm = inRange(value, 1, 4);
      case 12 -> intensityPercent = inRange(value, 10, 100);
      case 13 -> heartbeat.time(value, clock.nanos());
      case 14 -> heartbeat.keep(value, clock.nanos());
      case 15 -> delayMs = inRange(value, 0, 6_000) * DELAY_UNIT_MS;
      default -> throw new Refused(Refused.ILLEGAL_ADDRESS);
    }
  }

  private static int inRange(int value, int least, int most) throws Refused {
    if (value < least || value > most) {
      throw new Refused(Refused.ILLEGAL_VALUE);
    }
    return value;
  }

  @Override
  void wroteCoil(int address, boolean on) throws Refused {
    if (address != 0) {
      throw new Refused(Refused.ILLEGAL_ADDRESS);
    }
    if (on) {
      reboot();
    }
  }

  /** Whether it returns to automatic by itself. */
  public boolean hasHeartbeat() {
    return hasHeartbeat;
  }

  @Override
  public void close() {
    looking.cancel();
  }
}
