// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.chip.Ads123x;
import io.wayside.driver.loadcell.chip.Ads1256;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.chip.Opening;
import io.wayside.driver.loadcell.pi.PiSpi;
import io.wayside.driver.loadcell.pi.PiWiring;
import io.wayside.driver.loadcell.port.Pin;
import java.util.EnumMap;
import java.util.Map;

/** How each model is opened on a Raspberry Pi. */
final class Models {

  private static final double FAST_HZ = 80;
  private static final double SLOW_HZ = 10;

  private Models() {}

  static Opening opening(Config config) {
    return switch (config.model()) {
      case ADS1232, ADS1234 -> () -> twoWire(config);
      case ADS1256 -> () -> spi(config);
    };
  }

  private static Chip twoWire(Config config) throws LinkDown {
    if (config.rateHz() != FAST_HZ && config.rateHz() != SLOW_HZ) {
      throw new LinkDown(config.device_id() + ": an ADS123x has 10 and 80 Hz; correct rateHz");
    }
    Map<Pin, Integer> pins = new EnumMap<>(Pin.class);
    pins.put(Pin.DATA, config.dataPin());
    pins.put(Pin.CLOCK, config.clockPin());
    pins.put(Pin.POWER_DOWN, config.powerDownPin());
    pins.put(Pin.SPEED, config.speedPin());
    pins.put(Pin.GAIN0, config.gain0Pin());
    pins.put(Pin.GAIN1, config.gain1Pin());
    return new Ads123x(PiWiring.open(pins), config.rateHz() == FAST_HZ, config.gain());
  }

  private static Chip spi(Config config) throws LinkDown {
    PiWiring pins = PiWiring.open(Map.of(Pin.DATA, config.dataPin()));
    return new Ads1256(
        PiSpi.open(config.spiBus(), config.spiChipSelect(), config.spiHz(), pins),
        config.positiveInput(),
        config.negativeInput(),
        config.gain(),
        config.rateHz());
  }
}
