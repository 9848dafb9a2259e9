// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an aid says it is, to its authority: DAC 235, 250 and others, FI 10. 48 bits.
 *
 * @param supply 0.05 V; 0 not used, as for the two after it
 * @param external1 0.05 V
 * @param external2 0.05 V
 * @param inputs eight digital ones, the lowest bit is input 0
 * @param offPosition its own opinion
 */
public record AidMonitoring(
    int supply, int external1, int external2, AidHealth health, int inputs, boolean offPosition)
    implements Application {

  /** Without the four spare bits. */
  private static final int LEAST = 44;

  private static final int PER_VOLT = 20;

  static Optional<Application> of(Bits bits) {
    if (bits.length() < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new AidMonitoring(
            bits.unsigned(0, 10),
            bits.unsigned(10, 10),
            bits.unsigned(20, 10),
            new AidHealth(bits.unsigned(30, 2), bits.unsigned(32, 2), bits.flag(34)),
            bits.unsigned(35, 8),
            bits.flag(43)));
  }

  @Override
  public Bits bits() {
    return new BitsWriter()
        .put(supply, 10)
        .put(external1, 10)
        .put(external2, 10)
        .put(health.racon(), 2)
        .put(health.light(), 2)
        .flag(health.alarm())
        .put(inputs, 8)
        .flag(offPosition)
        .put(0, 4)
        .bits();
  }

  public OptionalDouble supplyV() {
    return Told.real(supply, 0, PER_VOLT);
  }

  public OptionalDouble external1V() {
    return Told.real(external1, 0, PER_VOLT);
  }

  public OptionalDouble external2V() {
    return Told.real(external2, 0, PER_VOLT);
  }

  @Override
  public void tell(Teller to) {
    to.real("vInt", supply, supplyV());
    to.real("vEx1", external1, external1V());
    to.real("vEx2", external2, external2V());
    health.tell(to);
    to.whole("inputs", inputs);
    to.flag("offPos", offPosition);
  }
}
