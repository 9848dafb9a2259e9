// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestJudgeTest {

  private final RestJudge judge = new RestJudge(Rules.REST);

  private List<Plateau> hear(Readings readings) {
    List<Plateau> ended = new ArrayList<>();
    for (WeightReading reading : readings.list()) {
      judge.hear(reading).ifPresent(ended::add);
    }
    return ended;
  }

  @Test
  void equalReadingsOverOneSecondAreARest() {
    hear(Readings.from(0).hold(5000, 1.0)); // ten readings, the last 0.9 s after the first
    assertThat(judge.atRest()).isFalse();
    hear(Readings.from(1.0).show(5000));
    assertThat(judge.atRest()).isTrue();
    assertThat(judge.current().orElseThrow().lastedNanos()).isEqualTo(Rules.SECOND);
  }

  @Test
  void fewReadingsAreNoRestHoweverLongTheyLast() {
    hear(Readings.from(0).everyMs(400).show(5000, 5000, 5000, 5000));
    assertThat(judge.atRest()).isFalse();
    hear(Readings.from(1.6).show(5000));
    assertThat(judge.atRest()).isTrue();
  }

  @Test
  void aBurstProvesNoTimeAndCountsAsOneReading() {
    hear(Readings.from(0).show(5000).silence(1.3).everyMs(1).hold(5000, 0.018));
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void readingsOfTheSameMomentCountAsOne() {
    RestJudge noBurstRule = new RestJudge(new RestRule(20, 5, Rules.SECOND, 0));
    for (int i = 0; i < 4; i++) {
      noBurstRule.hear(Readings.from(0).show(5000).list().get(0));
    }
    noBurstRule.hear(Readings.from(2).show(5000).list().get(0));
    assertThat(noBurstRule.atRest()).isFalse();
  }

  @Test
  void flickerBetweenTwoNeighbouringIndicationsIsARest() {
    hear(Readings.from(0).show(5000, 5020, 5000, 5020, 5020, 5000, 5000, 5020, 5020, 5000, 5000));
    Plateau plateau = judge.current().orElseThrow();
    assertThat(plateau.massKg()).isEqualTo(5000);
    assertThat(plateau.spreadKg()).isBetween(10.0, 11.0);
    assertThat(plateau.readings()).isEqualTo(11);
  }

  @Test
  void aStepOfTwoIntervalsEndsARest() {
    List<Plateau> ended = hear(Readings.from(0).hold(5000, 1.5).show(5040));
    assertThat(ended).singleElement().extracting(Plateau::massKg).isEqualTo(5000.0);
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void aSlowCreepNeverRestsOverMoreThanOneInterval() {
    Readings creep = Readings.from(0);
    for (int step = 0; step < 10; step++) {
      creep.hold(5000 + 20 * step, 0.8);
    }
    List<Plateau> ended = hear(creep);
    assertThat(ended).isNotEmpty();
    assertThat(ended).allSatisfy(p -> assertThat(p.lastedNanos()).isLessThan(1_600_000_000L));
  }

  @Test
  void theDeviceMotionBitIsNeverOverridden() {
    hear(Readings.from(0).saying(Motion.MOVING).hold(5000, 5));
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void aSingleMovingReadingBeginsTheRestAnew() {
    List<Plateau> ended =
        hear(
            Readings.from(0)
                .hold(5000, 2)
                .saying(Motion.MOVING)
                .show(5000)
                .saying(Motion.AT_REST)
                .hold(5000, 0.9));
    assertThat(ended).hasSize(1);
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void theDevicesWordThatItIsAtRestIsNotEnough() {
    hear(Readings.from(0).saying(Motion.AT_REST).show(5000, 5040, 5080, 5120).hold(5160, 0.5));
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void netOutOfRangeAndUnstableReadingsTakeNoPartInARest() {
    hear(Readings.from(0).as(Basis.NET).hold(5000, 2));
    assertThat(judge.atRest()).isFalse();
    hear(Readings.from(2).flagged(Flag.OUT_OF_RANGE).hold(5000, 2));
    assertThat(judge.atRest()).isFalse();
    hear(Readings.from(4).flagged(Flag.UNSTABLE).hold(5000, 2));
    assertThat(judge.atRest()).isFalse();
    hear(Readings.from(6).flagged(Flag.SIMULATED).hold(5000, 2));
    assertThat(judge.atRest()).isTrue();
  }

  @Test
  void aDayOfRestKeepsItsTimeAndBoundedMemory() {
    hear(Readings.from(0).everyMs(1000).hold(5000, 86_400));
    Plateau plateau = judge.current().orElseThrow();
    assertThat(plateau.readings()).isEqualTo(86_400);
    assertThat(plateau.lastedNanos()).isEqualTo(86_399 * Rules.SECOND);
  }

  @Test
  void breakingOffForgetsEverything() {
    hear(Readings.from(0).hold(5000, 2));
    assertThat(judge.breakOff()).isPresent();
    assertThat(judge.current()).isEqualTo(Optional.empty());
    hear(Readings.from(2).hold(5000, 0.9));
    assertThat(judge.atRest()).isFalse();
  }

  @Test
  void aRuleWithoutDurationIsRefused() {
    assertThatThrownBy(() -> new RestRule(20, 5, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duration");
  }
}
