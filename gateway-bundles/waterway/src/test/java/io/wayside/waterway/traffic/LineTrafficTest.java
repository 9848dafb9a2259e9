// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.water.Fix;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselReport.Hull;
import io.wayside.core.water.VesselReport.Station;
import io.wayside.waterway.aid.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTrafficTest {

  private static final long S = 1_000_000_000L;
  private static final double LATITUDE = 21.0;
  private static final double LONGITUDE = 105.9;
  private static final double M_PER_DEG_NORTH = 110_700; // at 21°
  private static final double M_PER_DEG_EAST = 104_000;
  private static final double LENGTH_M = 400;

  /** From the south bank to the north bank: its right is the east. */
  private static final PassLine LINE =
      new PassLine(
          new Place(LATITUDE, LONGITUDE),
          new Place(LATITUDE + LENGTH_M / M_PER_DEG_NORTH, LONGITUDE),
          "downstream",
          "upstream");

  private final LineTraffic traffic = new LineTraffic(LINE, TrafficRules.usual(), 120 * S);
  private final List<Passage> told = new ArrayList<>();

  private static VesselReport report(
      String vessel, long nanos, Optional<Fix> fix, double speed, int type, Optional<Hull> hull) {
    return new VesselReport(
        nanos,
        vessel,
        Station.CLASS_A,
        fix,
        fix.isPresent() ? OptionalDouble.of(speed) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        type > 0 ? Optional.of("SONG HONG 1") : Optional.empty(),
        type > 0 ? OptionalInt.of(type) : OptionalInt.empty(),
        hull,
        OptionalDouble.empty());
  }

  private static Fix at(double eastM, double northM) {
    return Fix.of(LATITUDE + northM / M_PER_DEG_NORTH, LONGITUDE + eastM / M_PER_DEG_EAST);
  }

  private void fix(String vessel, double second, double eastM, double northM, double speed) {
    told.addAll(
        traffic.hear(
            report(
                vessel,
                Math.round(second * S),
                Optional.of(at(eastM, northM)),
                speed,
                0,
                Optional.empty())));
  }

  private void named(String vessel, double second, int type) {
    told.addAll(
        traffic.hear(
            report(
                vessel,
                Math.round(second * S),
                Optional.empty(),
                0,
                type,
                Optional.of(new Hull(60, 20, 6, 6)))));
  }

  /** Straight over the line, eastwards at 5 m/s, a fix every ten seconds. */
  private void goesOver(String vessel, double from) {
    for (int i = -4; i <= 4; i++) {
      fix(vessel, from + 10 * (i + 4), 50 * i + 10, 200, 5);
    }
  }

  @Test
  void aVesselThatIsKnownIsToldWhenItIsClearOfTheLine() {
    named("a", 0, 79);
    goesOver("a", 10);

    Passage passage = told.get(0);
    assertThat(told).hasSize(1);
    assertThat(passage.vessel().orElseThrow().group()).isEqualTo(ShipGroup.CARGO);
    assertThat(passage.vessel().orElseThrow().lengthM()).hasValue(80);
    assertThat(passage.vessel().orElseThrow().beamM()).hasValue(12);
    Crossing crossing = passage.crossing().orElseThrow();
    assertThat(crossing.rightwards()).isTrue();
    assertThat(crossing.alongM()).isCloseTo(200, within(2.0));
    assertThat(crossing.speedMps()).isCloseTo(5, within(0.1));
    assertThat(crossing.nanos() / 1e9).isCloseTo(48, within(0.2));
  }

  @Test
  void aPassageWaitsForTheNameAndNotForEver() {
    goesOver("a", 0);
    goesOver("b", 0);
    assertThat(told).isEmpty();
    named("a", 200, 60);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).vessel().orElseThrow().name()).contains("SONG HONG 1");
    told.addAll(traffic.advance(400 * S));
    assertThat(told).hasSize(1);
    told.addAll(traffic.advance(600 * S));
    assertThat(told).hasSize(2);
    assertThat(told.get(1).vessel().orElseThrow().id()).isEqualTo("b");
    assertThat(told.get(1).vessel().orElseThrow().group()).isEqualTo(ShipGroup.UNKNOWN);
  }

  @Test
  void whatWaitsIsToldWhenTheStationStops() {
    goesOver("a", 0);
    assertThat(traffic.stop()).hasSize(1);
    assertThat(traffic.stop()).isEmpty();
  }

  @Test
  void jitterAtTheLineIsNoTraffic() {
    named("a", 0, 70);
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      fix("a", 10.0 * i + 1, 8 * random.nextGaussian(), 200 + 8 * random.nextGaussian(), 0.1);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aVesselThatSwingsAtAnchorAcrossTheLineDoesNotPassIt() {
    named("a", 0, 70);
    for (int i = 0; i < 500; i++) {
      fix("a", 60.0 * i + 1, 90 * Math.sin(i / 20.0), 200, 0.2);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void whoGoesRoundTheEndOfTheLineDoesNotPassIt() {
    named("a", 0, 70);
    for (int i = -4; i <= 4; i++) {
      fix("a", 100 + 10 * i, 50 * i + 10, LENGTH_M + 60, 5);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void whoTurnsBackAfterTheLineHasPassedItTwiceOnlyIfItWasClear() {
    named("a", 0, 70);
    double[] eastwards = {-100, -50, 15, 20, -20, -100, -50, 20, 60, 100, 30, -60, -100};
    for (int i = 0; i < eastwards.length; i++) {
      fix("a", 20 * i + 1, eastwards[i], 200, 3);
    }
    assertThat(told)
        .extracting(passage -> passage.crossing().orElseThrow().rightwards())
        .containsExactly(true, false);
  }

  @Test
  void oneWrongFixIsLeftOut() {
    named("a", 0, 70);
    fix("a", 10, -300, 200, 5);
    fix("a", 20, 5_000, 200, 5);
    fix("a", 30, -200, 200, 5);
    fix("a", 40, 90_000, -20_000, 5);
    fix("a", 50, -100, 200, 5);
    assertThat(told).isEmpty();
    fix("a", 60, -40, 200, 5);
    fix("a", 70, 40, 200, 5);
    assertThat(told).hasSize(1);
  }

  @Test
  void severalFixesThatAgreeShowThatTheFirstWasWrong() {
    named("a", 0, 70);
    fix("a", 10, 60_000, 200, 5);
    for (int i = 0; i < 10; i++) {
      fix("a", 20 + 10 * i, -300 + 50 * i, 200, 5);
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void aGapThatIsTooLongIsNotBridged() {
    named("a", 0, 70);
    fix("a", 10, -300, 200, 5);
    fix("a", 10 + 170, 300, 200, 5);
    assertThat(told).as("bridged").hasSize(1);
    assertThat(told.get(0).crossing().orElseThrow().gapNanos()).isEqualTo(170 * S);
    fix("a", 180 + 190, -300, 200, 5);
    assertThat(told).as("not bridged").hasSize(1);
  }

  @Test
  void aFixHeardTwiceOrLateChangesNothing() {
    named("a", 0, 70);
    fix("a", 10, -60, 200, 5);
    fix("a", 20, -10, 200, 5);
    fix("a", 20, -10, 200, 5);
    fix("a", 15, -35, 200, 5);
    fix("a", 30, 40, 200, 5);
    assertThat(told).hasSize(1);
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < 5_000; i++) {
      fix("v" + i, i, -100, 200, 5);
    }
    assertThat(traffic.vessels()).isEqualTo(2_000);
    fix("late", 50_000, -100, 200, 5);
    assertThat(traffic.vessels()).as("those of long ago are forgotten").isEqualTo(1);
    for (int i = 0; i < 600; i++) {
      goesOver("w" + i, 60_000);
    }
    assertThat(told).hasSize(100);
  }

  /** The way of a vessel over the ground, in straight legs; crossings by orientation of corners. */
  private static List<Boolean> crossings(double[][] corners) {
    List<Boolean> crossings = new ArrayList<>();
    for (int i = 1; i < corners.length; i++) {
      double[] a = corners[i - 1];
      double[] b = corners[i];
      boolean apart = a[0] < 0 != b[0] < 0;
      double turnFoot = cross(a, b, new double[] {0, 0});
      double turnHead = cross(a, b, new double[] {0, LENGTH_M});
      if (apart && turnFoot < 0 != turnHead < 0) {
        crossings.add(b[0] > 0);
      }
    }
    return crossings;
  }

  private static double cross(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  @Test
  void countsWhatGeometryCounts() {
    Random random = new Random(41);
    int all = 0;
    for (int vessel = 0; vessel < 300; vessel++) {
      String id = "v" + vessel;
      named(id, vessel * 100_000.0, 80);
      told.clear();
      double[][] corners = new double[8][];
      for (int i = 0; i < corners.length; i++) {
        double east = (100 + random.nextInt(400)) * (random.nextBoolean() ? 1 : -1);
        corners[i] = new double[] {east, random.nextInt(700) - 150};
      }
      if (nearAnEnd(corners)) {
        continue;
      }
      sail(id, vessel * 100_000.0 + 1, corners, random);
      List<Boolean> expected = crossings(corners);
      assertThat(told)
          .as("vessel %d", vessel)
          .extracting(passage -> passage.crossing().orElseThrow().rightwards())
          .containsExactlyElementsOf(expected);
      all += expected.size();
    }
    assertThat(all).isGreaterThan(300);
  }

  private static boolean nearAnEnd(double[][] corners) {
    for (int i = 1; i < corners.length; i++) {
      double[] a = corners[i - 1];
      double[] b = corners[i];
      double along = a[1] + (b[1] - a[1]) * a[0] / (a[0] - b[0]);
      boolean over = a[0] < 0 != b[0] < 0;
      if (over && (Math.abs(along) < 25 || Math.abs(along - LENGTH_M) < 25)) {
        return true;
      }
    }
    return false;
  }

  private void sail(String id, double from, double[][] corners, Random random) {
    double second = from;
    for (int i = 1; i < corners.length; i++) {
      double length =
          Math.hypot(corners[i][0] - corners[i - 1][0], corners[i][1] - corners[i - 1][1]);
      double speed = 2 + 6 * random.nextDouble();
      double next = 0;
      while (next < length) {
        double share = next / length;
        fix(
            id,
            second + next / speed,
            corners[i - 1][0]
                + share * (corners[i][0] - corners[i - 1][0])
                + 2 * random.nextGaussian(),
            corners[i - 1][1]
                + share * (corners[i][1] - corners[i - 1][1])
                + 2 * random.nextGaussian(),
            speed);
        next += speed * (2 + random.nextInt(9));
      }
      second += length / speed + 1;
    }
    fix(id, second, corners[corners.length - 1][0], corners[corners.length - 1][1], 3);
  }

  @ParameterizedTest
  @CsvSource({
    "0,UNKNOWN",
    "20,HIGH_SPEED",
    "30,FISHING",
    "31,TUG_AND_TOW",
    "33,SERVICE",
    "36,PLEASURE",
    "37,PLEASURE",
    "40,HIGH_SPEED",
    "50,SERVICE",
    "52,TUG_AND_TOW",
    "60,PASSENGER",
    "69,PASSENGER",
    "70,CARGO",
    "79,CARGO",
    "80,TANKER",
    "89,TANKER",
    "90,OTHER",
    "38,UNKNOWN",
    "15,UNKNOWN"
  })
  void typesOfShipsAreGrouped(int type, ShipGroup group) {
    assertThat(ShipGroup.of(type)).isEqualTo(group);
  }

  @Test
  void aLineWithoutLengthOrWaysIsRefused() {
    Place here = new Place(LATITUDE, LONGITUDE);
    Place there = new Place(LATITUDE + 0.01, LONGITUDE);
    assertThatIllegalArgumentException().isThrownBy(() -> new PassLine(here, here, "a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PassLine(here, there, "a", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PassLine(here, there, "", "a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrafficRules(30, 0.5, 10, S, 1, 1, 0));
  }

  @Test
  void aCameraTellsOfVesselsThatNoAisTellsOf() {
    named("a", 0, 70);
    goesOver("a", 10);
    traffic.seen(40 * S);
    traffic.seen(90 * S);
    told.clear();
    for (int second = 100; second < 1_000; second += 10) {
      told.addAll(traffic.advance(second * S));
    }
    assertThat(told).singleElement().isEqualTo(Passage.seen(90 * S));
    assertThat(told.get(0).vessel()).isEmpty();
  }
}
