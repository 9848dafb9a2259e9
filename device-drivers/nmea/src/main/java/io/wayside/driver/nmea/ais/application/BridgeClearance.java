// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Free height under a bridge now: DAC 200, FI 25. 108 bits and spare ones.
 *
 * @param country two letters
 * @param section of the fairway
 * @param object code of the bridge, five characters
 * @param hectometre along the fairway
 * @param clearance cm
 * @param age of the figure, minutes
 * @param accuracy as the sender counts it
 */
public record BridgeClearance(
    int version,
    String country,
    int section,
    String object,
    int hectometre,
    int clearance,
    int age,
    int accuracy)
    implements Application {

  private static final int LEAST = 108;

  static Optional<Application> of(Bits bits) {
    if (bits.length() < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new BridgeClearance(
            bits.unsigned(0, 3),
            bits.text(3, 12),
            bits.unsigned(15, 17),
            bits.text(32, 30),
            bits.unsigned(62, 17),
            bits.unsigned(79, 14),
            bits.unsigned(93, 10),
            bits.unsigned(103, 5)));
  }

  @Override
  public Bits bits() {
    return new BitsWriter()
        .put(version, 3)
        .text(country, 2)
        .put(section, 17)
        .text(object, 5)
        .put(hectometre, 17)
        .put(clearance, 14)
        .put(age, 10)
        .put(accuracy, 5)
        .put(0, 4)
        .bits();
  }

  public double clearanceM() {
    return clearance / 100.0;
  }

  @Override
  public void tell(Teller to) {
    to.whole("version", version);
    to.text("country", country);
    to.whole("section", section);
    to.text("object", object);
    to.whole("hectometre", hectometre);
    to.real("clearance", clearance, OptionalDouble.of(clearanceM()));
    to.whole("age", age);
    to.whole("clearanceAccuracy", accuracy);
  }
}
