// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.core.water.WaterQuantity.AIR_CEL;
import static io.wayside.core.water.WaterQuantity.CURRENT_MPS;
import static io.wayside.core.water.WaterQuantity.CURRENT_TO_DEG;
import static io.wayside.core.water.WaterQuantity.DEPTH_M;
import static io.wayside.core.water.WaterQuantity.DEW_POINT_CEL;
import static io.wayside.core.water.WaterQuantity.HUMIDITY;
import static io.wayside.core.water.WaterQuantity.PRESSURE_PA;
import static io.wayside.core.water.WaterQuantity.WATER_CEL;
import static io.wayside.core.water.WaterQuantity.WIND_FROM_BOW_DEG;
import static io.wayside.core.water.WaterQuantity.WIND_FROM_DEG;
import static io.wayside.core.water.WaterQuantity.WIND_MPS;
import static io.wayside.driver.nmea.sentence.plain.Units.BAR_PA;
import static io.wayside.driver.nmea.sentence.plain.Units.FATHOM_M;
import static io.wayside.driver.nmea.sentence.plain.Units.FOOT_M;
import static io.wayside.driver.nmea.sentence.plain.Units.INCH_OF_MERCURY_PA;
import static io.wayside.driver.nmea.sentence.plain.Units.KILOMETRE_AN_HOUR_MPS;
import static io.wayside.driver.nmea.sentence.plain.Units.KNOT_MPS;
import static io.wayside.driver.nmea.sentence.plain.Units.MILE_AN_HOUR_MPS;

import io.wayside.core.water.WaterQuantity;
import io.wayside.driver.nmea.sentence.plain.Plain.Figures;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Depth, wind, air, water and current. */
final class WaterSentences {

  private static final double MOST_WIND_MPS = 150;
  private static final double MOST_CURRENT_MPS = 20;
  private static final double MOST_DEPTH_M = 12_000;
  private static final double LEAST_CEL = -90;
  private static final double MOST_CEL = 100;

  private WaterSentences() {}

  /**
   * Depth below the transducer, offset, range. The offset is added as it is told: to the water line
   * when it is positive, to the keel when it is negative. The range is of no use here, and is often
   * left out.
   */
  static Plain dpt(Fields fields) {
    OptionalDouble below = fields.number(1, "depth", 0, MOST_DEPTH_M);
    OptionalDouble offset = fields.number(2, "offset of depth", -100, 100);
    boolean offsetSpoilt = offset.isEmpty() && !fields.isEmpty(2);
    return below.isEmpty() || offsetSpoilt
        ? new Figures(Map.of())
        : new Figures(Map.of(DEPTH_M, below.getAsDouble() + offset.orElse(0)));
  }

  /** DBT, DBS, DBK: the same depth in feet, metres and fathoms; metres where they are there. */
  static Plain dbt(Fields fields) {
    OptionalDouble metres = fields.measured(3, 'M', "depth", 0, MOST_DEPTH_M);
    if (metres.isEmpty()) {
      metres = times(fields.measured(1, 'f', "depth", 0, MOST_DEPTH_M / FOOT_M), FOOT_M);
    }
    if (metres.isEmpty()) {
      metres = times(fields.measured(5, 'F', "depth", 0, MOST_DEPTH_M / FATHOM_M), FATHOM_M);
    }
    return figures(Map.of(DEPTH_M, metres));
  }

  static Plain mtw(Fields fields) {
    return figures(Map.of(WATER_CEL, celsius(fields, 1, "water temperature")));
  }

  static Plain mta(Fields fields) {
    return figures(Map.of(AIR_CEL, celsius(fields, 1, "air temperature")));
  }

  /** Relative and absolute humidity, dew point. */
  static Plain mhu(Fields fields) {
    return figures(
        Map.of(
            HUMIDITY,
            times(fields.number(1, "humidity", 0, 100), 0.01),
            DEW_POINT_CEL,
            celsius(fields, 3, "dew point")));
  }

  static Plain mmb(Fields fields) {
    return figures(Map.of(PRESSURE_PA, pressure(fields)));
  }

  /** Pressure twice, air, water, humidity twice, dew point, wind from true and magnetic, speed. */
  static Plain mda(Fields fields) {
    return figures(
        Map.of(
            PRESSURE_PA,
            pressure(fields),
            AIR_CEL,
            celsius(fields, 5, "air temperature"),
            WATER_CEL,
            celsius(fields, 7, "water temperature"),
            HUMIDITY,
            times(fields.number(9, "humidity", 0, 100), 0.01),
            DEW_POINT_CEL,
            celsius(fields, 11, "dew point"),
            WIND_FROM_DEG,
            fields.measured(13, 'T', "wind direction", 0, 360),
            WIND_MPS,
            windInTwoUnits(fields, 17)));
  }

  /** Direction from true and magnetic north, speed in knots and in metres a second. */
  static Plain mwd(Fields fields) {
    return figures(
        Map.of(
            WIND_FROM_DEG,
            fields.measured(1, 'T', "wind direction", 0, 360),
            WIND_MPS,
            windInTwoUnits(fields, 5)));
  }

  /**
   * Angle from the bow, R or T, speed, unit, status. Of what stands or is moored both are the wind.
   */
  static Plain mwv(Fields fields) {
    Optional<Character> status = fields.letter(5, "status of wind", "AV");
    if (status.isEmpty() && fields.isEmpty(5)) {
      fields.spoil("status of wind", 5, Reason.HALF_MISSING);
    }
    if (status.isEmpty() || status.get() == 'V') {
      return new Figures(Map.of());
    }
    return figures(
        Map.of(
            WIND_FROM_BOW_DEG,
            fields.number(1, "wind angle", 0, 360),
            WIND_MPS,
            windSpeed(fields)));
  }

  /** Direction to true and magnetic north, speed. */
  static Plain vdr(Fields fields) {
    return figures(
        Map.of(
            CURRENT_TO_DEG,
            fields.measured(1, 'T', "current direction", 0, 360),
            CURRENT_MPS,
            times(fields.measured(5, 'N', "current", 0, MOST_CURRENT_MPS / KNOT_MPS), KNOT_MPS)));
  }

  private static OptionalDouble windSpeed(Fields fields) {
    Optional<Character> unit = fields.letter(4, "unit of wind", "KMNS");
    if (unit.isEmpty()) {
      if (fields.isEmpty(4) && !fields.isEmpty(3)) {
        fields.spoil("wind", 3, Reason.HALF_MISSING);
      }
      return OptionalDouble.empty();
    }
    double scale =
        switch (unit.get()) {
          case 'K' -> KILOMETRE_AN_HOUR_MPS;
          case 'N' -> KNOT_MPS;
          case 'S' -> MILE_AN_HOUR_MPS;
          default -> 1;
        };
    return times(fields.number(3, "wind", 0, MOST_WIND_MPS / scale), scale);
  }

  private static OptionalDouble windInTwoUnits(Fields fields, int knots) {
    OptionalDouble metres = fields.measured(knots + 2, 'M', "wind", 0, MOST_WIND_MPS);
    return metres.isPresent()
        ? metres
        : times(fields.measured(knots, 'N', "wind", 0, MOST_WIND_MPS / KNOT_MPS), KNOT_MPS);
  }

  private static OptionalDouble pressure(Fields fields) {
    OptionalDouble bar = times(fields.measured(3, 'B', "pressure", 0.3, 1.2), BAR_PA);
    return bar.isPresent()
        ? bar
        : times(fields.measured(1, 'I', "pressure", 9, 35), INCH_OF_MERCURY_PA);
  }

  private static OptionalDouble celsius(Fields fields, int field, String figure) {
    return fields.measured(field, 'C', figure, LEAST_CEL, MOST_CEL);
  }

  private static OptionalDouble times(OptionalDouble value, double by) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
  }

  private static Figures figures(Map<WaterQuantity, OptionalDouble> found) {
    Map<WaterQuantity, Double> told = new EnumMap<>(WaterQuantity.class);
    found.forEach((quantity, value) -> value.ifPresent(figure -> told.put(quantity, figure)));
    return new Figures(told);
  }
}
