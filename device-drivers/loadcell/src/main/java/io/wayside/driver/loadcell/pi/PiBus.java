// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.pi;

import com.pi4j.io.spi.Spi;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Bus;
import io.wayside.driver.loadcell.port.Pin;
import io.wayside.driver.loadcell.port.Wiring;

/** A converter on an SPI bus, with its DRDY on a pin. */
public final class PiBus implements Bus {

  private final Spi spi;
  private final Wiring pins;
  private final Runnable afterwards;

  /**
   * On an open bus.
   *
   * @param afterwards done at the end, once bus and pins are closed
   */
  PiBus(Spi spi, Wiring pins, Runnable afterwards) {
    this.spi = spi;
    this.pins = pins;
    this.afterwards = afterwards;
  }

  /** Only {@code transfer} is used: Pi4J's {@code read} of SPI gives no bytes back. */
  @Override
  public byte[] exchange(byte... bytes) throws LinkDown {
    byte[] heard = new byte[bytes.length];
    int count = spi.transfer(bytes, 0, heard, 0, bytes.length);
    if (count != bytes.length) {
      throw new LinkDown("SPI took " + count + " of " + bytes.length + " bytes; see the log");
    }
    return heard;
  }

  @Override
  public boolean high(Pin pin) throws LinkDown {
    return pins.high(pin);
  }

  @Override
  public void set(Pin pin, boolean high) throws LinkDown {
    pins.set(pin, high);
  }

  @Override
  public void pause(int micros) {
    pins.pause(micros);
  }

  @Override
  public void close() {
    spi.close();
    pins.close();
    afterwards.run();
  }
}
