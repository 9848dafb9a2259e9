// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.port.Bus;
import io.wayside.driver.loadcell.port.Pin;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A chip that converts what a test puts on its inputs, one sample a period; time passes by sampling
 * alone. Written from the data sheets' words, not from the driver.
 */
abstract class ScriptedChip implements Bus {

  static final long PERIOD_NANOS = 12_345_678;
  static final int AFTER_CALIBRATION = 0x111111;

  private final SimulatedTime time;
  private final Deque<Integer> inputs = new ArrayDeque<>();
  private boolean plugged = true;
  private int missed;

  ScriptedChip(SimulatedTime time) {
    this.time = time;
  }

  abstract Chip driven(double rateHz);

  synchronized void input(int counts) {
    inputs.add(counts);
  }

  /** So many conversions go by unread before the next. */
  synchronized void miss(int conversions) {
    missed = conversions;
  }

  synchronized void plug(boolean in) {
    plugged = in;
    inputs.clear();
  }

  synchronized void require() throws LinkDown {
    if (!plugged) {
      throw new LinkDown("scripted chip: unplugged; plug it in");
    }
  }

  /** The next conversion, at its time; null while the inputs say nothing. */
  synchronized Integer converted() {
    Integer counts = inputs.poll();
    if (counts != null) {
      time.pass(PERIOD_NANOS * (1 + missed));
      missed = 0;
    }
    return counts;
  }

  @Override
  public void pause(int micros) {
    time.pass(micros * 1_000L);
  }

  @Override
  public void close() {
    // Pins keep what they had.
  }

  @Override
  public byte[] exchange(byte... bytes) throws LinkDown {
    throw new LinkDown("no bus");
  }

  @Override
  public void set(Pin pin, boolean high) throws LinkDown {
    require();
  }
}
