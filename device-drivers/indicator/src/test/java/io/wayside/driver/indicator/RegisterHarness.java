// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.scripted.ScriptedRegisterDevice;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A register scale on the scripted register device. A weight in a register is read as often as the
 * scale asks; for the suite each answer waits until the peer has said the next number.
 */
final class RegisterHarness implements SourceHarness<WeightSource, WeightReading> {

  static final int WEIGHT_AT = 8;

  private final ScriptedRegisterDevice meter = new ScriptedRegisterDevice("meter-1");
  private final BlockingQueue<Integer> said = new LinkedBlockingQueue<>();
  private final RegisterScale scale;
  private volatile boolean broken;

  RegisterHarness() {
    scale = new RegisterScale(RegisterScaleTest.config(), new Paced(), Wired.TIME);
  }

  @Override
  public WeightSource device() {
    return scale;
  }

  @Override
  public long monotonicNanos() {
    return Wired.TIME.monotonicNanos();
  }

  @Override
  public void peerSays(int number) {
    if (!broken) {
      said.add(number);
    }
  }

  @Override
  public boolean carries(WeightReading reading, int number) {
    return reading.mass().kilograms() == Wired.INTERVAL_KG * number;
  }

  @Override
  public void breakLink() {
    broken = true;
    said.clear();
    meter.breakLink();
  }

  @Override
  public void restoreLink() {
    meter.restoreLink();
    broken = false;
  }

  @Override
  public void close() {
    scale.stop();
  }

  /** Answers one read for each number. */
  private final class Paced implements RegisterDevice {

    @Override
    public int[] read(Table table, int address, int count) throws DeviceException {
      Integer number = null;
      while (number == null && !broken) {
        try {
          number = said.poll(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new DeviceException.TimedOut("stopped");
        }
      }
      if (number != null) {
        meter.holds(table, WEIGHT_AT, 0, (int) (Wired.INTERVAL_KG * number));
      }
      return meter.read(table, address, count);
    }

    @Override
    public void write(Table table, int address, int... values) {
      throw new UnsupportedOperationException("a scale is only read");
    }

    @Override
    public String deviceId() {
      return meter.deviceId();
    }
  }
}
