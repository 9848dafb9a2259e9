// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.weighlane.Manoeuvre;
import io.wayside.rig.simulators.weighlane.Vehicle;
import io.wayside.rig.simulators.weighlane.VehicleKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final double INTERVAL_KG = 10;
  private static final long NOW = 60_000_000_000L;
  private static final Stretch THEN = seconds(10, 20);
  private static final List<Passed> TRUTH =
      List.of(
          new Passed(
              THEN,
              new Vehicle(
                  1, VehicleKind.LIGHT_TRUCK, Manoeuvre.STOPS_ON_EACH_AXLE, List.of(3000, 7000))));

  @Test
  void aRecordWithinOneIntervalOfEveryAxleIsRight() {
    assertThat(judge(seen(THEN, Set.of("simulated"), 3010, 6990)).holds()).isTrue();
  }

  @Test
  void aMassMoreThanOneIntervalOffIsWrongEvenWithAFlag() {
    Judgement judged = judge(seen(THEN, Set.of("unstable"), 3011, 7000));

    assertThat(judged.wrongMasses()).hasSize(1);
    assertThat(judged.wrongRecords()).isEmpty();
    assertThat(judged.silentMisses()).isEmpty();
  }

  @Test
  void aTrueMassAtAnotherTimeIsWrong() {
    assertThat(judge(seen(seconds(30, 40), Set.of("unstable"), 3000)).wrongMasses()).hasSize(1);
  }

  @Test
  void aRecordWithoutDoubtThatLacksAnAxleIsWrong() {
    Judgement judged = judge(seen(THEN, Set.of(), 3000));

    assertThat(judged.wrongRecords()).hasSize(1);
    assertThat(judged.silentMisses()).hasSize(1);
    assertThat(judged.faults()).hasSize(2);
  }

  @Test
  void aFlaggedRecordThatLacksAnAxleIsNot() {
    assertThat(judge(seen(THEN, Set.of("possible-missed-axle"), 3000)).holds()).isTrue();
  }

  @Test
  void aVehicleThatNobodySawIsAMissUnlessAGapCoversIt() {
    assertThat(Judgement.of(TRUTH, List.of(), List.of(), NOW, INTERVAL_KG).silentMisses())
        .hasSize(1);
    assertThat(Judgement.of(TRUTH, List.of(), List.of(seconds(5, 12)), NOW, INTERVAL_KG).holds())
        .isTrue();
    assertThat(Judgement.of(TRUTH, List.of(), List.of(seconds(40, 50)), NOW, INTERVAL_KG).holds())
        .isFalse();
  }

  private static Judgement judge(Seen seen) {
    return Judgement.of(TRUTH, List.of(seen), List.of(), NOW, INTERVAL_KG);
  }

  private static Seen seen(Stretch during, Set<String> flags, double... kg) {
    return new Seen(during, DoubleStream.of(kg).mapToObj(OptionalDouble::of).toList(), flags);
  }

  private static Stretch seconds(long from, long to) {
    return new Stretch(from * 1_000_000_000L, to * 1_000_000_000L);
  }
}
