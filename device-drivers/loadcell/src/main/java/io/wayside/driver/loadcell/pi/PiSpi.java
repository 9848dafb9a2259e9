// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiChipSelect;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Bus;
import io.wayside.driver.loadcell.port.Wiring;

/** Opens SPI buses, in the mode of an ADS1256. */
public final class PiSpi {

  private PiSpi() {}

  /**
   * Opens {@code /dev/spidev<bus>.<chipSelect>}; pins are closed with the bus, or when it fails.
   *
   * @throws LinkDown when it cannot be had
   */
  public static Bus open(int bus, int chipSelect, int hertz, Wiring pins) throws LinkDown {
    return open(LinuxFsSpiProvider.newInstance(), bus, chipSelect, hertz, pins);
  }

  /** Providers are named one by one: looking for them needs what a framework does not have. */
  static Bus open(SpiProvider provider, int bus, int chipSelect, int hertz, Wiring pins)
      throws LinkDown {
    Context context = Pi4J.newContextBuilder().noAutoDetect().add(provider).build();
    try {
      SpiConfig config =
          Spi.newConfigBuilder(context)
              .id("spi-" + bus + "-" + chipSelect)
              .bus(SpiBus.getByNumber(bus))
              .chipSelect(SpiChipSelect.getByNumber(chipSelect))
              .mode(SpiMode.MODE_1)
              .baud(hertz)
              .build();
      Spi spi = provider.create(config);
      if (!spi.isOpen()) {
        spi.open();
      }
      return new PiBus(spi, pins, context::shutdown);
    } catch (RuntimeException | LinkageError e) { // a bus that is not there is a bare one in Pi4J
      pins.close();
      context.shutdown();
      throw new LinkDown(
          "/dev/spidev%d.%d cannot be had (%s); switch SPI on and join group spi"
              .formatted(bus, chipSelect, e),
          e);
    }
  }
}
