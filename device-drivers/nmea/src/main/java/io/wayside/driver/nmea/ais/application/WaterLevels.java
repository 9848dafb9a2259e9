// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Water at up to four gauges: DAC 200, FI 24. 112 bits.
 *
 * @param country two letters
 * @param gauges those with a number other than 0
 */
public record WaterLevels(String country, List<Gauge> gauges) implements Application {

  private static final int GAUGES = 4;
  private static final int FIRST = 12;
  private static final int NUMBER = 11;
  private static final int LEVEL = 14;
  private static final int LENGTH = FIRST + GAUGES * (NUMBER + LEVEL);

  /**
   * A gauge.
   *
   * @param number 1 to 2047, given by the country
   * @param level 14 bits, as they were sent
   * @param sign how they are to be read
   */
  public record Gauge(int number, int level, LevelSign sign) {

    /** A gauge at this level. */
    public static Gauge at(int number, int levelCm, LevelSign sign) {
      return new Gauge(number, sign.raw(levelCm), sign);
    }

    /** Above the gauge's zero. */
    public double levelM() {
      return sign.cm(level) / 100.0;
    }
  }

  public WaterLevels {
    gauges = List.copyOf(gauges);
  }

  static Optional<Application> of(Bits bits, LevelSign sign) {
    if (bits.length() < LENGTH) {
      return Optional.empty();
    }
    List<Gauge> gauges = new ArrayList<>();
    for (int at = FIRST; at < LENGTH; at += NUMBER + LEVEL) {
      int number = bits.unsigned(at, NUMBER);
      if (number != 0) {
        gauges.add(new Gauge(number, bits.unsigned(at + NUMBER, LEVEL), sign));
      }
    }
    return Optional.of(new WaterLevels(bits.text(0, FIRST), gauges));
  }

  @Override
  public Bits bits() {
    BitsWriter to = new BitsWriter().text(country, 2);
    for (int i = 0; i < GAUGES; i++) {
      Gauge gauge = i < gauges.size() ? gauges.get(i) : new Gauge(0, 0, LevelSign.ONE_IS_BELOW);
      to.put(gauge.number(), NUMBER).put(gauge.level(), LEVEL);
    }
    return to.bits();
  }

  @Override
  public void tell(Teller to) {
    to.text("country", country);
    to.many(
        "gauges",
        gauges,
        (gauge, teller) -> {
          teller.whole("gauge", gauge.number());
          teller.real("level", gauge.level(), OptionalDouble.of(gauge.levelM()));
        });
  }
}
