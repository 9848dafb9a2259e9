// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.Fix;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.VesselReport.Station;
import io.wayside.driver.nmea.ais.AisMessage;
import io.wayside.driver.nmea.ais.ClassBExtended;
import io.wayside.driver.nmea.ais.ClassBPosition;
import io.wayside.driver.nmea.ais.LongRange;
import io.wayside.driver.nmea.ais.Motion;
import io.wayside.driver.nmea.ais.PositionReport;
import io.wayside.driver.nmea.ais.StaticName;
import io.wayside.driver.nmea.ais.StaticParticulars;
import io.wayside.driver.nmea.ais.VoyageData;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What messages say of vessels: each says where one is, or what it is, or both. */
final class VesselWords {

  private static final double KNOT_MPS = 1852.0 / 3600;

  /** Transmitters in distress, of people and boats, use the messages of vessels: 970, 972, 974. */
  private static final int DISTRESS = 97;

  private static final int PREFIX = 10_000_000;
  private static final int MOST_TYPE = 99;

  private VesselWords() {}

  static boolean isDistress(AisMessage message) {
    return message.mmsi() / PREFIX == DISTRESS;
  }

  /** Empty when the message says nothing of a vessel. */
  static Optional<VesselReport> of(AisMessage message, long nanos) {
    if (isDistress(message)) {
      return Optional.empty();
    }
    String vessel = Names.mmsi(message.mmsi());
    if (message instanceof PositionReport told) {
      return Optional.of(report(nanos, vessel, Station.CLASS_A, told.motion(), Being.UNTOLD));
    }
    if (message instanceof ClassBPosition told) {
      return Optional.of(report(nanos, vessel, Station.CLASS_B, told.motion(), Being.UNTOLD));
    }
    if (message instanceof ClassBExtended told) {
      Being being = Being.of(told.name(), told.shipType(), Optional.of(told.dimensions()));
      return Optional.of(report(nanos, vessel, Station.CLASS_B, told.motion(), being));
    }
    if (message instanceof LongRange told) {
      return Optional.of(
          report(
              nanos,
              vessel,
              Station.LONG_RANGE,
              Places.fix(told.place()),
              scaled(told.speedKn()),
              real(told.courseDeg()),
              OptionalDouble.empty(),
              Being.UNTOLD));
    }
    return being(message).map(being -> still(nanos, vessel, station(message), being));
  }

  private static Optional<Being> being(AisMessage message) {
    if (message instanceof VoyageData told) {
      return Optional.of(
          Being.of(told.name(), told.shipType(), Optional.of(told.dimensions()))
              .drawing(told.draughtM()));
    }
    if (message instanceof StaticName told) {
      return Optional.of(Being.of(told.name(), 0, Optional.empty()));
    }
    if (message instanceof StaticParticulars told) {
      return Optional.of(Being.of("", told.shipType(), told.dimensions()));
    }
    return Optional.empty();
  }

  private static Station station(AisMessage message) {
    return message instanceof VoyageData ? Station.CLASS_A : Station.CLASS_B;
  }

  private static VesselReport still(long nanos, String vessel, Station station, Being being) {
    OptionalDouble untold = OptionalDouble.empty();
    return report(nanos, vessel, station, Optional.empty(), untold, untold, untold, being);
  }

  private static VesselReport report(
      long nanos, String vessel, Station station, Motion motion, Being being) {
    return report(
        nanos,
        vessel,
        station,
        Places.fix(motion.place(), motion.second()),
        motion.speedMps(),
        motion.courseDeg(),
        real(motion.headingDeg()),
        being);
  }

  private static VesselReport report(
      long nanos,
      String vessel,
      Station station,
      Optional<Fix> fix,
      OptionalDouble speedMps,
      OptionalDouble courseDeg,
      OptionalDouble headingDeg,
      Being being) {
    return new VesselReport(
        nanos,
        vessel,
        station,
        fix,
        speedMps,
        courseDeg,
        headingDeg,
        being.name(),
        being.shipType(),
        being.hull(),
        being.draughtM());
  }

  private static OptionalDouble real(OptionalInt whole) {
    return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : OptionalDouble.empty();
  }

  private static OptionalDouble scaled(OptionalInt knots) {
    return knots.isPresent()
        ? OptionalDouble.of(knots.getAsInt() * KNOT_MPS)
        : OptionalDouble.empty();
  }

  /** What a vessel is; 0 stands for nothing told everywhere. */
  private record Being(
      Optional<String> name, OptionalInt shipType, Optional<Hull> hull, OptionalDouble draughtM) {

    static final Being UNTOLD =
        new Being(Optional.empty(), OptionalInt.empty(), Optional.empty(), OptionalDouble.empty());

    static Being of(String name, int shipType, Optional<Dimensions> dimensions) {
      return new Being(
          name.isBlank() ? Optional.empty() : Optional.of(name.strip()),
          shipType > 0 && shipType <= MOST_TYPE ? OptionalInt.of(shipType) : OptionalInt.empty(),
          dimensions.flatMap(Being::hull),
          OptionalDouble.empty());
    }

    Being drawing(OptionalDouble metres) {
      return new Being(name, shipType, hull, metres);
    }

    private static Optional<Hull> hull(Dimensions sides) {
      int all = sides.bow() + sides.stern() + sides.port() + sides.starboard();
      return all == 0
          ? Optional.empty()
          : Optional.of(new Hull(sides.bow(), sides.stern(), sides.port(), sides.starboard()));
    }
  }
}
