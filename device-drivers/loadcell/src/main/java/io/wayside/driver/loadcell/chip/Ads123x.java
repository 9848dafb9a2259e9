// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Pin;
import io.wayside.driver.loadcell.port.Wiring;

/**
 * ADS1232 or ADS1234: two wires. A sample is shifted out by 24 clocks, highest bit first; the 25th
 * lifts the data line; a 26th starts the calibration of the offset.
 */
public final class Ads123x implements Chip {

  private static final int BITS = 24;
  private static final int CALIBRATING = 2;

  /** At least 26 us low, after at least 10 us high, begins a start. */
  private static final int PULSE_US = 30;

  private final Wiring wiring;
  private final boolean fast;
  private final int gainCode;
  private boolean calibrating;

  /**
   * On open pins.
   *
   * @param fast 80 samples a second, else 10
   * @param gain 1, 2, 64 or 128
   */
  public Ads123x(Wiring wiring, boolean fast, int gain) {
    this.wiring = wiring;
    this.fast = fast;
    this.gainCode = gainCode(gain);
  }

  private static int gainCode(int gain) {
    return switch (gain) {
      case 1 -> 0;
      case 2 -> 1;
      case 64 -> 2;
      case 128 -> 3;
      default ->
          throw new IllegalArgumentException(
              "gain " + gain + ": an ADS123x has 1, 2, 64 and 128; choose one of them");
    };
  }

  @Override
  public void start() throws LinkDown {
    wiring.set(Pin.CLOCK, false);
    wiring.set(Pin.SPEED, fast);
    wiring.set(Pin.GAIN0, (gainCode & 1) != 0);
    wiring.set(Pin.GAIN1, (gainCode & 2) != 0);
    for (boolean high : new boolean[] {true, false, true}) {
      wiring.set(Pin.POWER_DOWN, high);
      wiring.pause(PULSE_US);
    }
    calibrating = false;
  }

  /** Reading the first sample starts the calibration; it and the one after it are thrown away. */
  @Override
  public boolean started() throws LinkDown {
    if (calibrating) {
      int unused = shift(BITS + 1);
      return true;
    }
    shift(BITS + CALIBRATING);
    calibrating = true;
    return false;
  }

  @Override
  public boolean ready() throws LinkDown {
    return !wiring.high(Pin.DATA);
  }

  @Override
  public int read() throws DeviceException {
    int bits = shift(BITS + 1) >>> 1;
    if (!wiring.high(Pin.DATA)) {
      throw new DeviceException.Garbled(
          "the data line stays low after the 25th clock; check clock and data wires");
    }
    return Counts.of(bits);
  }

  /** A bit is there from the rising edge on. */
  private int shift(int clocks) throws LinkDown {
    int bits = 0;
    for (int i = 0; i < clocks; i++) {
      wiring.set(Pin.CLOCK, true);
      bits = bits << 1 | (wiring.high(Pin.DATA) ? 1 : 0);
      wiring.set(Pin.CLOCK, false);
    }
    return bits;
  }

  @Override
  public void close() {
    wiring.close();
  }
}
