// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static io.wayside.rig.contracts.Faults.saying;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.Presence;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.WaterQuantity;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Faults that only a receiver on the water can have. */
final class WaterMutants {

  private final List<Mutant> mutants = new ArrayList<>();

  private WaterMutants() {}

  static List<Mutant> all() {
    WaterMutants all = new WaterMutants();
    all.ofAids();
    all.ofVessels();
    all.ofWater();
    return all.mutants;
  }

  private void add(Class<?> suite, String name, String caughtBy, Fault fault) {
    mutants.add(Mutant.of(suite, name, caughtBy, "subscribe", fault));
  }

  private void ofAids() {
    Class<?> suite = ScriptedAidSourceTest.class;
    String measured = "whatAnAidMeasuredIsFiniteAndNeverAZeroThatStandsForNothing";
    String virtual = "anAidThatIsOnlyOnTheChartNeitherFailsNorDrifts";
    add(
        suite,
        "does not say by which wire",
        "aReportNamesWhoSpeaksAsItsWireDoes",
        saying("aid", WaterMutants::bare));
    add(suite, "reads nothing as 0 V", measured, saying("quantities", was -> supply(0.0)));
    add(suite, "reads volts as raw steps", measured, saying("quantities", was -> supply(512.0)));
    add(suite, "measures nothing", measured, saying("quantities", was -> supply(Double.NaN)));
    add(
        suite,
        "hears of the light of what is not there",
        virtual,
        saying("presence", was -> Presence.VIRTUAL));
    add(
        suite,
        "lets drift what is not there",
        virtual,
        saying(
            event ->
                Faults.changed(
                    Faults.changed(event, "presence", was -> Presence.VIRTUAL),
                    "fix",
                    was -> Optional.of(Fix.of(1, 2)))));
  }

  private static Object bare(Object name) {
    return name.toString().substring(name.toString().indexOf(':') + 1);
  }

  private static Map<AidQuantity, Double> supply(double volts) {
    return Map.of(AidQuantity.SUPPLY_V, volts);
  }

  private void ofVessels() {
    Class<?> suite = ScriptedVesselSourceTest.class;
    String moving = "speedIsInMetresASecondAndDirectionsAreOfACircle";
    String being = "whatAVesselIsHasOnlyNumbersThatMeanSomething";
    add(
        suite,
        "does not say by which wire",
        "aReportNamesTheVesselAsItsWireDoes",
        saying("vessel", WaterMutants::bare));
    add(suite, "reads no speed", moving, saying("speedMps", was -> OptionalDouble.of(102.3)));
    add(suite, "reads no heading", moving, saying("headingDeg", was -> OptionalDouble.of(511)));
    add(suite, "reads no course", moving, saying("courseDeg", was -> OptionalDouble.of(360)));
    add(suite, "reads no name", being, saying("name", was -> Optional.of("@@@@@")));
    add(suite, "reads no type", being, saying("shipType", was -> OptionalInt.of(0)));
    add(suite, "reads no draught", being, saying("draughtM", was -> OptionalDouble.of(0)));
    add(suite, "reads no hull", being, saying("hull", was -> Optional.of(new Hull(0, 0, 0, 0))));
  }

  private void ofWater() {
    Class<?> suite = ScriptedWaterSourceTest.class;
    add(
        suite,
        "does not say by which wire",
        "aReadingNamesWhoMeasuredAsItsWireDoes",
        saying("station", WaterMutants::bare));
    ofUnit("tells pressure in hectopascals", WaterQuantity.PRESSURE_PA, 1_013.2);
    ofUnit("tells humidity in per cent", WaterQuantity.HUMIDITY, 81.5);
    ofUnit("reads a level without sign", WaterQuantity.LEVEL_M, 4_294_966_528.0);
    ofUnit("reads no wind", WaterQuantity.WIND_FROM_DEG, 511);
  }

  private void ofUnit(String name, WaterQuantity quantity, double value) {
    add(
        ScriptedWaterSourceTest.class,
        name,
        "aReadingIsInTheUnitOfItsQuantity",
        saying(
            event ->
                Faults.changed(
                    Faults.changed(event, "quantity", was -> quantity), "value", was -> value)));
  }
}
