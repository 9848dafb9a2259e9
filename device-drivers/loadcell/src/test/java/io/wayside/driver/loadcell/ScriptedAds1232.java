// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.chip.Ads123x;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.port.Pin;
import java.util.EnumMap;
import java.util.Map;

/** Two wires, edge by edge. */
final class ScriptedAds1232 extends ScriptedChip {

  private final Map<Pin, Boolean> pins = new EnumMap<>(Pin.class);
  private boolean awake;
  private boolean sleptLongEnough;
  private Integer register;
  private int clocks;
  private boolean data = true;
  private int calibrations;
  private int longestShift;

  ScriptedAds1232(SimulatedTime time) {
    super(time);
  }

  @Override
  Chip driven(double rateHz) {
    return new Ads123x(this, rateHz == 80, 128);
  }

  synchronized int calibrations() {
    return calibrations;
  }

  synchronized boolean level(Pin pin) {
    return pins.getOrDefault(pin, false);
  }

  synchronized int longestShift() {
    return longestShift;
  }

  @Override
  public synchronized void pause(int micros) {
    super.pause(micros);
    sleptLongEnough |= !level(Pin.POWER_DOWN) && micros >= 26;
  }

  @Override
  public synchronized void set(Pin pin, boolean high) throws LinkDown {
    super.set(pin, high);
    boolean before = pins.getOrDefault(pin, false);
    pins.put(pin, high);
    if (pin == Pin.POWER_DOWN) {
      power(high && !before);
    } else if (pin == Pin.CLOCK && high && !before && awake) {
      clock();
    }
  }

  private void power(boolean rising) {
    if (rising && sleptLongEnough) {
      awake = true;
      register = AFTER_CALIBRATION;
      begin();
    }
  }

  private void begin() {
    clocks = 0;
    data = false;
  }

  private void clock() {
    clocks++;
    longestShift = Math.max(longestShift, clocks);
    if (clocks <= 24) {
      data = register == null || (register >> (24 - clocks) & 1) == 1;
    } else {
      data = true;
      register = null;
    }
    if (clocks == 26) {
      calibrations++;
      register = AFTER_CALIBRATION;
    }
  }

  /** A new sample shows at the second look after a reading, for it takes its time. */
  @Override
  public synchronized boolean high(Pin pin) throws LinkDown {
    require();
    boolean shifting = level(Pin.CLOCK);
    boolean level = data;
    if (awake && !shifting && clocks >= 25) {
      if (register == null) {
        register = converted();
      }
      if (register != null) {
        begin();
      }
    } else if (awake && !shifting && register == null) {
      register = converted();
    }
    return level;
  }
}
