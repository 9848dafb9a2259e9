// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a buoy of Zeni Lite says it is: DAC 0, FI 0. 48 bits.
 *
 * @param sub number of the layout within the application
 * @param voltage 0.1 V
 * @param current 0.1 A
 * @param mains fed by direct current instead of its battery
 */
public record ZeniBuoy(
    int sub,
    int voltage,
    int current,
    boolean mains,
    boolean lightOn,
    boolean batteryLow,
    boolean offPosition)
    implements Application {

  private static final int LENGTH = 48;
  private static final double TENTHS = 10;

  static Optional<Application> of(Bits bits) {
    if (bits.length() != LENGTH) {
      return Optional.empty();
    }
    return Optional.of(
        new ZeniBuoy(
            bits.unsigned(0, 16),
            bits.unsigned(16, 12),
            bits.unsigned(28, 10),
            bits.flag(38),
            bits.flag(39),
            bits.flag(40),
            bits.flag(41)));
  }

  @Override
  public Bits bits() {
    return new BitsWriter()
        .put(sub, 16)
        .put(voltage, 12)
        .put(current, 10)
        .flag(mains)
        .flag(lightOn)
        .flag(batteryLow)
        .flag(offPosition)
        .put(0, 6)
        .bits();
  }

  public double voltageV() {
    return voltage / TENTHS;
  }

  public double currentA() {
    return current / TENTHS;
  }

  @Override
  public void tell(Teller to) {
    to.whole("sub", sub);
    to.real("vInt", voltage, OptionalDouble.of(voltageV()));
    to.real("current", current, OptionalDouble.of(currentA()));
    to.flag("mains", mains);
    to.flag("lightOn", lightOn);
    to.flag("batteryLow", batteryLow);
    to.flag("offPos", offPosition);
  }
}
