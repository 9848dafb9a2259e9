// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.driver.nmea.sentence.plain.Units.KILOMETRE_AN_HOUR_MPS;
import static io.wayside.driver.nmea.sentence.plain.Units.KNOT_MPS;

import io.wayside.driver.nmea.sentence.plain.Plain.Heading;
import io.wayside.driver.nmea.sentence.plain.Plain.ThroughWater;
import java.util.Optional;
import java.util.OptionalDouble;

/** HDG, HDT, HDM, VHW: where the bow points, and how fast the water passes. */
final class CompassSentences {

  private static final double MOST_MPS = 100;

  private CompassSentences() {}

  static Plain hdt(Fields fields) {
    return new Heading(fields.measured(1, 'T', "heading", 0, 360), OptionalDouble.empty());
  }

  static Plain hdm(Fields fields) {
    return new Heading(OptionalDouble.empty(), fields.measured(1, 'M', "heading", 0, 360));
  }

  /** The sensor's heading, deviation and variation; east is added. */
  static Plain hdg(Fields fields) {
    OptionalDouble sensor = fields.number(1, "heading", 0, 360);
    OptionalDouble variation = signed(fields, 4, "variation");
    if (sensor.isEmpty()) {
      return new Heading(OptionalDouble.empty(), OptionalDouble.empty());
    }
    double magnetic = sensor.getAsDouble() + signed(fields, 2, "deviation").orElse(0);
    return new Heading(
        variation.isPresent()
            ? OptionalDouble.of(round(magnetic + variation.getAsDouble()))
            : OptionalDouble.empty(),
        OptionalDouble.of(round(magnetic)));
  }

  static Plain vhw(Fields fields) {
    OptionalDouble knots = fields.measured(5, 'N', "speed", 0, MOST_MPS / KNOT_MPS);
    OptionalDouble kilometres =
        knots.isPresent()
            ? OptionalDouble.empty()
            : fields.measured(7, 'K', "speed", 0, MOST_MPS / KILOMETRE_AN_HOUR_MPS);
    OptionalDouble speed = OptionalDouble.empty();
    if (knots.isPresent()) {
      speed = OptionalDouble.of(knots.getAsDouble() * KNOT_MPS);
    } else if (kilometres.isPresent()) {
      speed = OptionalDouble.of(kilometres.getAsDouble() * KILOMETRE_AN_HOUR_MPS);
    }
    return new ThroughWater(
        new Heading(
            fields.measured(1, 'T', "heading", 0, 360), fields.measured(3, 'M', "heading", 0, 360)),
        speed);
  }

  private static OptionalDouble signed(Fields fields, int field, String figure) {
    OptionalDouble value = fields.number(field, figure, 0, 180);
    Optional<Character> side = fields.letter(field + 1, figure, "EW");
    return value.isEmpty() || side.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(side.get() == 'E' ? value.getAsDouble() : -value.getAsDouble());
  }

  private static double round(double degrees) {
    double within = degrees % 360;
    return within < 0 ? within + 360 : within;
  }
}
