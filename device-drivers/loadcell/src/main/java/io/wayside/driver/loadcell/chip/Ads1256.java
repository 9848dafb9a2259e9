// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Bus;
import io.wayside.driver.loadcell.port.Pin;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * ADS1256 on SPI mode 1. It is reset, its four first registers are written and read back, it
 * calibrates itself, and from then on sends each sample unasked.
 */
public final class Ads1256 implements Chip {

  private static final byte RDATAC = 0x03;
  private static final byte SDATAC = 0x0F;
  private static final byte RREG = 0x10;
  private static final byte WREG = 0x50;
  private static final byte SELFCAL = (byte) 0xF0;
  private static final byte SYNC = (byte) 0xFC;
  private static final byte WAKEUP = 0x00;
  private static final byte RESET = (byte) 0xFE;

  /** STATUS, MUX, ADCON, DRATE, from register 0 on. */
  private static final int REGISTERS = 4;

  /** Highest bit first, no calibration by itself, the buffer on: a bridge has a high impedance. */
  private static final byte STATUS = 0x02;

  /** The upper four bits of STATUS are the chip's own number, the lowest its DRDY. */
  private static final int STATUS_OURS = 0x0E;

  private static final int HIGHEST_INPUT = 8;

  private final Bus bus;
  private final byte[] image;
  private boolean configured;

  /**
   * On an open bus.
   *
   * @param positive input AIN0 to AIN7, 8 for AINCOM
   * @param negative the same
   * @param gain 1, 2, 4, 8, 16, 32 or 64
   * @param rateHz one of the chip's rates
   */
  public Ads1256(Bus bus, int positive, int negative, int gain, double rateHz) {
    this.bus = bus;
    this.image = image(positive, negative, gain, rateHz);
  }

  static byte[] image(int positive, int negative, int gain, double rateHz) {
    if (positive < 0 || positive > HIGHEST_INPUT || negative < 0 || negative > HIGHEST_INPUT) {
      throw new IllegalArgumentException(
          "inputs %d and %d: an ADS1256 has 0 to 7, and 8 for AINCOM"
              .formatted(positive, negative));
    }
    int gainCode = Integer.numberOfTrailingZeros(gain);
    if (gain < 1 || gain > 64 || Integer.bitCount(gain) != 1) {
      throw new IllegalArgumentException(
          "gain " + gain + ": an ADS1256 has 1, 2, 4, 8, 16, 32 and 64; choose one of them");
    }
    return new byte[] {
      STATUS, (byte) (positive << 4 | negative), (byte) gainCode, Ads1256Rate.of(rateHz).code()
    };
  }

  @Override
  public void start() throws LinkDown {
    // A chip that still sends samples hears nothing else first.
    bus.exchange(SDATAC);
    bus.exchange(RESET);
    configured = false;
  }

  @Override
  public boolean started() throws DeviceException {
    if (configured) {
      bus.exchange(SYNC);
      bus.exchange(WAKEUP);
      bus.exchange(RDATAC);
      return true;
    }
    bus.exchange(SDATAC);
    byte[] write = new byte[2 + REGISTERS];
    write[0] = WREG;
    write[1] = REGISTERS - 1;
    System.arraycopy(image, 0, write, 2, REGISTERS);
    bus.exchange(write);
    verify();
    bus.exchange(SELFCAL);
    configured = true;
    return false;
  }

  private void verify() throws DeviceException {
    byte[] ask = new byte[2 + REGISTERS];
    ask[0] = RREG;
    ask[1] = REGISTERS - 1;
    byte[] held = Arrays.copyOfRange(bus.exchange(ask), 2, 2 + REGISTERS);
    held[0] &= STATUS_OURS;
    if (!Arrays.equals(held, image)) {
      HexFormat hex = HexFormat.ofDelimiter(" ");
      throw new DeviceException.Garbled(
          "registers hold %s and not %s; check SPI wires, chip select and clock"
              .formatted(hex.formatHex(held), hex.formatHex(image)));
    }
  }

  @Override
  public boolean ready() throws LinkDown {
    return !bus.high(Pin.DATA);
  }

  @Override
  public int read() throws LinkDown {
    byte[] bits = bus.exchange((byte) 0, (byte) 0, (byte) 0);
    return Counts.of(bits[0], bits[1], bits[2]);
  }

  @Override
  public void close() {
    bus.close();
  }
}
