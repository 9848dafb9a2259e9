// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultRule;
import io.wayside.rig.systemtests.Figures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the line does to the frames: no wrong weight, and nothing missed in silence. */
class FaultyLaneTest {

  private static final Duration LONG = Duration.ofMinutes(60);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aRoughLineMakesNoWeightWrongAndNoVehicleVanish(long seed) throws Exception {
    SteppedStation site = new SteppedStation(seed, FaultPlan.rough(), 10);
    site.run(LONG);

    Judgement judged = site.judge();
    Figures.note("rough line, seed %d: %s; %s", seed, judged, site.pipe().ledger());
    assertThat(site.pipe().ledger().missing(FaultPlan.rough()))
        .as("faults that never struck")
        .isEmpty();
    assertThat(site.pipe().ledger().framesOffered()).isGreaterThan(30_000);
    assertThat(site.readings()).isGreaterThan(10_000);
    assertThat(judged.passed()).isGreaterThan(100);
    assertThat(judged.faults()).isEmpty();
  }

  /** Few enough outages that most vehicles are recorded without doubt: there a miss would show. */
  @Test
  void aLineThatBreaksNowAndThenHidesNoAxleInARecordWithoutDoubt() throws Exception {
    FaultPlan breaks =
        FaultPlan.none()
            .with(FaultKind.STALL, FaultRule.of(0.003).lasting(Duration.ofMillis(1200)))
            .with(FaultKind.DISCONNECT, FaultRule.of(0.003).lasting(Duration.ofMillis(800)));
    int clean = 0;
    for (long seed = 1; seed <= 20; seed++) {
      SteppedStation site = new SteppedStation(seed, breaks, 10);
      site.run(LONG);

      Judgement judged = site.judge();
      assertThat(judged.faults()).as("seed %d", seed).isEmpty();
      clean += judged.clean();
    }
    Figures.note("breaking line, 20 seeds: %d records without doubt", clean);
    assertThat(clean).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTiredCableLeavesVehiclesWhole(long seed) throws Exception {
    SteppedStation site = new SteppedStation(seed, FaultPlan.gentle(), 20);
    site.run(LONG);

    Judgement judged = site.judge();
    Figures.note("gentle line, seed %d: %s; %s", seed, judged, site.pipe().ledger());
    assertThat(judged.faults()).isEmpty();
    assertThat(judged.whole()).isGreaterThan(judged.passed() * 95 / 100);
  }

  @Test
  void aGoodLineLeavesEveryVehicleWholeAndHardlyOneInDoubt() throws Exception {
    SteppedStation site = new SteppedStation(1, FaultPlan.none(), 10);
    site.run(LONG);

    Judgement judged = site.judge();
    assertThat(judged.faults()).isEmpty();
    assertThat(judged.whole()).isGreaterThanOrEqualTo(judged.passed() - 1);
    assertThat(judged.clean()).isGreaterThan(judged.passed() * 95 / 100);
  }

  @Test
  void whenTheLineIsWellAgainSoIsTheWeighing() throws Exception {
    SteppedStation site = new SteppedStation(9, FaultPlan.rough(), 10);
    site.run(Duration.ofMinutes(10));
    site.pipe().inject(false);
    long before = site.readings();
    site.run(Duration.ofSeconds(2));
    assertThat(site.readings()).as("readings within 2 s").isGreaterThan(before);

    long wellSince = site.nanos();
    site.run(Duration.ofMinutes(10));

    long passed = site.passed().stream().filter(p -> p.during().fromNanos() > wellSince).count();
    long clean =
        site.seen().stream().filter(s -> s.during().fromNanos() > wellSince && s.clean()).count();
    assertThat(passed).isGreaterThan(20);
    assertThat(clean).isGreaterThanOrEqualTo(passed - 2);
    assertThat(site.judge().faults()).isEmpty();
  }
}
