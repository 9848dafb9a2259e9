// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.chip.Ads1256;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.port.Pin;

/** Commands and registers, byte by byte. */
final class ScriptedAds1256 extends ScriptedChip {

  private final int[] registers = new int[11];
  private boolean continuous;
  private boolean busyOnce;
  private boolean calibrated;
  private boolean deaf;
  private Integer sample;

  ScriptedAds1256(SimulatedTime time) {
    super(time);
  }

  @Override
  Chip driven(double rateHz) {
    return new Ads1256(this, 2, 3, 64, rateHz);
  }

  synchronized int register(int number) {
    return registers[number];
  }

  synchronized boolean calibrated() {
    return calibrated;
  }

  /** Writing a register does nothing from now on. */
  synchronized void deafen() {
    deaf = true;
  }

  @Override
  public synchronized byte[] exchange(byte... sent) throws LinkDown {
    require();
    byte[] out = new byte[sent.length];
    int command = sent[0] & 0xFF;
    if (continuous) {
      if (command == 0x0F) {
        continuous = false;
      } else if (sample != null && sent.length == 3) {
        out[0] = (byte) (sample >> 16);
        out[1] = (byte) (sample >> 8);
        out[2] = (byte) (int) sample;
        sample = null;
      }
      return out;
    }
    obey(command, sent, out);
    return out;
  }

  private void obey(int command, byte[] sent, byte[] out) {
    if (command == 0xFE) {
      registers[0] = 0x31;
      registers[1] = 0x01;
      registers[2] = 0x20;
      registers[3] = 0xF0;
      calibrated = false;
      busyOnce = true;
    } else if (command == 0xF0) {
      calibrated = true;
      busyOnce = true;
    } else if (command == 0x03) {
      continuous = true;
    } else if (command >> 4 == 5 && !deaf) {
      for (int i = 0; i <= (sent[1] & 0x0F); i++) {
        write((command & 0x0F) + i, sent[2 + i] & 0xFF);
      }
    } else if (command >> 4 == 1) {
      for (int i = 0; i <= (sent[1] & 0x0F); i++) {
        out[2 + i] = (byte) registers[(command & 0x0F) + i];
      }
    }
  }

  /** The chip's number and DRDY in STATUS cannot be written. */
  private void write(int number, int value) {
    registers[number] = number == 0 ? 0x31 | (value & 0x0E) : value;
  }

  @Override
  public synchronized boolean high(Pin pin) throws LinkDown {
    require();
    if (!continuous) {
      boolean busy = busyOnce;
      busyOnce = false;
      return busy;
    }
    if (sample == null) {
      sample = converted();
    }
    return sample == null;
  }
}
