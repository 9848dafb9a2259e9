// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Footing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a buoy is allowed to be, told by fixes one by one. */
class PlaceJudgeTest {

  private static final long MIN = 60_000_000_000L;
  private static final double SIGMA_M = 3;

  private final Aid aid = RiverModel.aid(Footing.FLOATING);
  private AidWatch watch = new AidWatch(aid, WatchRules.usual(aid, 4000), 0);
  private long nanos;

  /** A fix so far to the east, three minutes after the last. */
  private PlaceState east(double metres) {
    return fix(metres, OptionalDouble.empty());
  }

  private PlaceState fix(double metres, OptionalDouble hdop) {
    nanos += 3 * MIN;
    double degrees = metres / (111_412.84 * Math.cos(Math.toRadians(20.5)));
    Fix fix = new Fix(20.5, 106.6 + degrees, OptionalDouble.of(SIGMA_M), hdop);
    watch.report(report(Optional.of(fix), Optional.empty()));
    return look();
  }

  private AidReport report(Optional<Fix> fix, Optional<Boolean> off) {
    return new AidReport(
        nanos,
        "mmsi:995741007",
        Optional.empty(),
        Presence.REAL,
        fix,
        off,
        LightStatus.NOT_TOLD,
        RaconStatus.NOT_TOLD,
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(),
        Set.of(),
        Set.of(),
        OptionalInt.empty());
  }

  private PlaceState look() {
    return watch.look(nanos, OptionalDouble.empty()).place().state();
  }

  private String reason() {
    return watch.answers().place().reason();
  }

  /** With the gauge at so much; the line is 18 m, the depth 6 m and the gauge. */
  private void settled(double gaugeM) {
    watch.gauge(0, gaugeM);
    for (int i = 0; i < 6; i++) {
      east(2);
    }
    assertThat(look()).isEqualTo(PlaceState.ON_STATION);
  }

  @Test
  void theCircleIsTheLineAtTheDepthOfNow() {
    settled(4); // sqrt(18² − 10²) = 15.0 m, with 2σ 21.0 m
    assertThat(reason()).contains("circle 21 m", "swing 15 m", "gauge 4.00 m", "error 3 m");
  }

  @Test
  void lowWaterMakesItWiderSoThatTheSameFixesAreNoFault() {
    settled(10); // swing 8.2 m, circle 14.2 m, clearly out beyond 23.2 m
    for (int i = 0; i < 5; i++) {
      east(24);
    }
    assertThat(look()).isEqualTo(PlaceState.OFF_STATION);

    watch = new AidWatch(aid, WatchRules.usual(aid, 4000), 0);
    nanos = 0;
    settled(-2); // swing 17.5 m, circle 23.5 m
    for (int i = 0; i < 10; i++) {
      assertThat(east(24)).isEqualTo(PlaceState.ON_STATION);
    }
  }

  @Test
  void aSilentGaugeWidensTheCircleInsteadOfKeepingAnOldLevel() {
    settled(10);
    nanos += 20 * 60 * MIN;
    for (int i = 0; i < 10; i++) {
      east(20);
    }
    assertThat(look()).isEqualTo(PlaceState.ON_STATION);
    assertThat(reason()).contains("level as low as", "10.00 m");
  }

  @Test
  void fourOfFiveFixesClearlyOutAreOffStationSinceTheFirst() {
    settled(4);
    assertThat(east(40)).isEqualTo(PlaceState.ON_STATION);
    long first = nanos;
    assertThat(east(40)).isEqualTo(PlaceState.ON_STATION);
    assertThat(east(5)).isEqualTo(PlaceState.ON_STATION);
    assertThat(east(40)).isEqualTo(PlaceState.ON_STATION);
    assertThat(east(40)).isEqualTo(PlaceState.OFF_STATION);

    assertThat(watch.answers().place().sinceNanos()).isEqualTo(first);
    assertThat(watch.answers().misleads()).isTrue();
    assertThat(reason()).contains("4 of 5 fixes", "40 m towards 090 deg");
  }

  @Test
  void aLittleOutForAnHourIsOffStation() {
    settled(4);
    int fixes = 0;
    while (look() == PlaceState.ON_STATION) {
      east(25);
      assertThat(++fixes).isLessThan(35);
    }
    assertThat(look()).isEqualTo(PlaceState.OFF_STATION);
    assertThat(fixes).isGreaterThan(10);
    assertThat(reason()).contains("of the last 60 min");
  }

  @Test
  void itIsBackOnlyWellInside() {
    settled(4);
    for (int i = 0; i < 5; i++) {
      east(60);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(east(18)).as("beyond 0.8 R, 16.8 m").isEqualTo(PlaceState.OFF_STATION);
    }
    east(10);
    east(10);
    assertThat(east(10)).isEqualTo(PlaceState.OFF_STATION);
    assertThat(east(10)).isEqualTo(PlaceState.ON_STATION);
  }

  @Test
  void whoIsCarriedAwayIsAdriftBeforeItWouldBeOffStation() {
    settled(4);
    assertThat(east(60)).isEqualTo(PlaceState.ON_STATION);
    assertThat(east(120)).isEqualTo(PlaceState.ON_STATION);
    assertThat(east(180)).isEqualTo(PlaceState.ADRIFT);
    assertThat(reason()).contains("moves away at 0.3 m/s", "180 m");

    for (int i = 0; i < 8; i++) {
      assertThat(east(200)).as("a shed is no station").isEqualTo(PlaceState.ADRIFT);
    }
    for (int i = 0; i < 4; i++) {
      east(3);
    }
    assertThat(look()).isEqualTo(PlaceState.ON_STATION);
  }

  @Test
  void aTowThatHitsItAndDropsItIsNoTheft() {
    settled(4);
    for (double metres : List.of(35.0, 50.0, 49.0, 51.0, 50.0, 48.0, 52.0)) {
      assertThat(east(metres)).isNotEqualTo(PlaceState.ADRIFT);
    }
    assertThat(look()).as("it was dragged").isEqualTo(PlaceState.OFF_STATION);
  }

  @Test
  void wildFixesAreNothing() {
    settled(4);
    for (int i = 0; i < 60; i++) {
      double wild = i % 4 == 0 ? 700 : i % 7 == 0 ? 90_000 : 6;
      assertThat(east(wild)).isEqualTo(PlaceState.ON_STATION);
    }
    for (int i = 0; i < 6; i++) {
      assertThat(fix(300, OptionalDouble.of(3.1))).as("HDOP").isEqualTo(PlaceState.ON_STATION);
    }
  }

  @Test
  void fixesOfEachSecondAreOneAMinute() {
    settled(4);
    for (int i = 0; i < 50; i++) {
      nanos += 1_000_000_000L;
      Fix far = new Fix(20.501, 106.6, OptionalDouble.of(SIGMA_M), OptionalDouble.empty());
      watch.report(report(Optional.of(far), Optional.empty()));
      assertThat(look()).isEqualTo(PlaceState.ON_STATION);
    }
  }

  @Test
  void itsOwnWordCountsOnlyWhereThereIsNoCircle() {
    settled(4);
    for (int i = 0; i < 5; i++) {
      nanos += 3 * MIN;
      watch.report(report(Optional.empty(), Optional.of(true)));
    }
    assertThat(look()).isEqualTo(PlaceState.ON_STATION);

    Aid uncharted =
        new Aid(
            aid.id(),
            aid.name(),
            aid.footing(),
            aid.convention(),
            aid.category(),
            Optional.empty(),
            aid.character(),
            aid.mooring(),
            aid.sources());
    watch = new AidWatch(uncharted, WatchRules.usual(uncharted, 4000), 0);
    nanos = 0;
    assertThat(look()).isEqualTo(PlaceState.NOT_WATCHED);
    watch.report(report(Optional.empty(), Optional.of(true)));
    assertThat(look()).isEqualTo(PlaceState.NOT_WATCHED);
    nanos += 3 * MIN;
    watch.report(report(Optional.empty(), Optional.of(true)));
    assertThat(look()).isEqualTo(PlaceState.OFF_STATION);
  }
}
