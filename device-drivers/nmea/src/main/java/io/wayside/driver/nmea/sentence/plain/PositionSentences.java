// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static io.wayside.driver.nmea.sentence.plain.Units.KILOMETRE_AN_HOUR_MPS;
import static io.wayside.driver.nmea.sentence.plain.Units.KNOT_MPS;

import io.wayside.driver.nmea.sentence.plain.Plain.Clock;
import io.wayside.driver.nmea.sentence.plain.Plain.FixKind;
import io.wayside.driver.nmea.sentence.plain.Plain.Motion;
import io.wayside.driver.nmea.sentence.plain.Plain.Position;
import io.wayside.driver.nmea.sentence.plain.Plain.Spread;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** GGA, GNS, GLL, RMC, VTG, GST, ZDA: what a receiver of satellites says. */
final class PositionSentences {

  private static final double MOST_MPS = 1_000;
  private static final double MOST_HDOP = 99.99;

  private PositionSentences() {}

  /** Time, place, quality, satellites, HDOP, height and others. */
  static Plain gga(Fields fields) {
    FixKind kind =
        switch (fields.whole(6, "quality", 0, 9).orElse(0)) {
          case 1, 2, 3, 4, 5, 9 -> FixKind.MEASURED;
          case 6 -> FixKind.ESTIMATED;
          case 7 -> FixKind.MANUAL;
          case 8 -> FixKind.SIMULATED;
          default -> FixKind.NONE;
        };
    return position(fields, kind, 2, hdop(fields), satellites(fields), Motion.UNTOLD);
  }

  /** Time, place, one letter of mode for each system, satellites, HDOP, height and others. */
  static Plain gns(Fields fields) {
    FixKind kind = FixKind.NONE;
    for (char letter : fields.raw(6).toCharArray()) {
      FixKind one = mode(letter);
      kind = kind == FixKind.NONE || one == FixKind.MEASURED ? one : kind;
    }
    return position(fields, kind, 2, hdop(fields), satellites(fields), Motion.UNTOLD);
  }

  /** Place, time, status, mode. */
  static Plain gll(Fields fields) {
    return position(
        fields,
        status(fields, 6, 7),
        1,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        Motion.UNTOLD);
  }

  /** Time, status, place, speed, course, date, variation, mode. */
  static Plain rmc(Fields fields) {
    FixKind kind = status(fields, 2, 12);
    Motion motion =
        kind == FixKind.NONE
            ? Motion.UNTOLD
            : new Motion(
                scaled(fields.number(7, "speed", 0, MOST_MPS / KNOT_MPS), KNOT_MPS),
                fields.number(8, "course", 0, 360));
    return position(fields, kind, 3, OptionalDouble.empty(), OptionalInt.empty(), motion);
  }

  /** Two courses and two speeds, each with its letter; before version 2 without letters. */
  static Plain vtg(Fields fields) {
    boolean withLetters = fields.count() > 4;
    if (withLetters && fields.raw(9).equals("N")) {
      return Motion.UNTOLD;
    }
    OptionalDouble knots = fields.number(withLetters ? 5 : 3, "speed", 0, MOST_MPS / KNOT_MPS);
    OptionalDouble speed =
        knots.isPresent()
            ? scaled(knots, KNOT_MPS)
            : scaled(
                fields.number(withLetters ? 7 : 4, "speed", 0, MOST_MPS / KILOMETRE_AN_HOUR_MPS),
                KILOMETRE_AN_HOUR_MPS);
    return new Motion(speed, fields.number(1, "course", 0, 360));
  }

  /**
   * Time, RMS of residuals, the ellipse's axes and direction, sigma of latitude, longitude, height.
   */
  static Plain gst(Fields fields) {
    OptionalDouble north = fields.number(6, "sigma of latitude", 0, 1e6);
    OptionalDouble east = fields.number(7, "sigma of longitude", 0, 1e6);
    return new Spread(
        north.isPresent() && east.isPresent()
            ? OptionalDouble.of(Math.hypot(north.getAsDouble(), east.getAsDouble()))
            : OptionalDouble.empty());
  }

  /** Time, day, month, year, and the local zone, which does not matter here. */
  static Plain zda(Fields fields) {
    return new Clock(Moments.date(fields, 2, 3, 4), Moments.timeOfDay(fields, 1));
  }

  private static Position position(
      Fields fields,
      FixKind kind,
      int from,
      OptionalDouble hdop,
      OptionalInt satellites,
      Motion motion) {
    Optional<Place> place =
        kind == FixKind.NONE ? Optional.empty() : Coordinates.place(fields, from);
    return new Position(place.isPresent() ? kind : FixKind.NONE, place, hdop, satellites, motion);
  }

  /** Only A holds; whatever digits a V carries are old. The mode can take more away, never add. */
  private static FixKind status(Fields fields, int status, int mode) {
    Optional<Character> letter = fields.letter(status, "status", "AVD");
    if (letter.isEmpty() && fields.isEmpty(status)) {
      fields.spoil("status", status, Reason.HALF_MISSING);
    }
    if (letter.isEmpty() || letter.get() == 'V') {
      return FixKind.NONE;
    }
    return fields.isEmpty(mode) ? FixKind.MEASURED : mode(fields.raw(mode).charAt(0));
  }

  private static FixKind mode(char letter) {
    return switch (letter) {
      case 'A', 'D', 'F', 'P', 'R' -> FixKind.MEASURED;
      case 'E' -> FixKind.ESTIMATED;
      case 'M' -> FixKind.MANUAL;
      case 'S' -> FixKind.SIMULATED;
      default -> FixKind.NONE;
    };
  }

  /** Receivers without a fix write 99.99. */
  private static OptionalDouble hdop(Fields fields) {
    OptionalDouble hdop = fields.number(8, "HDOP", 0, 1e6);
    return hdop.isPresent() && hdop.getAsDouble() < MOST_HDOP && hdop.getAsDouble() > 0
        ? hdop
        : OptionalDouble.empty();
  }

  private static OptionalInt satellites(Fields fields) {
    return fields.whole(7, "satellites", 0, 99);
  }

  private static OptionalDouble scaled(OptionalDouble value, double by) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
  }
}
