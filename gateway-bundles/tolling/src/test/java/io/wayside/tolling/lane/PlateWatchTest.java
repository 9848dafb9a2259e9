// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneAct.PlateOf;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateWatchTest {

  private static final long MS = Bench.MS;

  private final Bench bench = Bench.open(Bench.ROOMY);

  private Bench plate(long ms, String... hashes) {
    return bench.on(new LaneEvent.Plate(ms * MS, List.of(hashes)));
  }

  @Test
  void aPlateIsThatOfTheVehicleOnTheLoopAtThatMoment() {
    bench.occupied(Detector.ARMING);
    long came = bench.nowMs();
    bench.pass(500);
    plate(came + 100, "a");

    assertThat(bench.all(PlateOf.class)).containsExactly(new PlateOf(1, "a"));
  }

  /** The camera's word comes when the next one stands there already. */
  @Test
  void aLateWordIsOfTheOneThatWasThereThen() {
    bench.occupied(Detector.ARMING);
    long came = bench.nowMs();
    bench.heard(Bench.ANNA, Bench.LANE, -54).pass(700).free(Detector.ARMING).pass(400);
    bench.occupied(Detector.ARMING).pass(50);
    plate(came + 300, "a");
    plate(bench.nowMs(), "b");

    assertThat(bench.all(PlateOf.class)).containsExactly(new PlateOf(1, "a"), new PlateOf(2, "b"));
  }

  @Test
  void aCameraThatLooksAheadOfTheLoopIsHeardWhenTheVehicleComes() {
    plate(bench.nowMs(), "a");
    bench.pass(800).occupied(Detector.ARMING);

    assertThat(bench.all(PlateOf.class)).containsExactly(new PlateOf(1, "a"));
  }

  @Test
  void aPlateThatNobodyFollowsIsNobodys() {
    plate(bench.nowMs(), "a");
    bench.pass(2_500).occupied(Detector.ARMING).pass(300);

    assertThat(bench.all(PlateOf.class)).isEmpty();
  }

  @Test
  void ofAllThatAReadingMayMeanTheRegisteredPlateIsTaken() {
    bench.judge.registers(Bench.ANNA, "right");
    bench.occupied(Detector.ARMING);
    plate(bench.nowMs(), "wrong", "right", "other");
    bench.hear(Bench.ANNA, -54, 400);

    Evidence evidence = bench.granted().get(0).evidence();
    assertThat(evidence.plateHash()).contains("right");
    assertThat(evidence.flags().all()).doesNotContain(LaneFlags.PLATE_MISMATCH);
  }

  @Test
  void aListMayHoldFewerBytesOfAHash() {
    bench.judge.registers(Bench.ANNA, "0011");
    bench.occupied(Detector.ARMING);
    plate(bench.nowMs(), "00220011", "00112233");
    bench.hear(Bench.ANNA, -54, 400);

    Evidence evidence = bench.granted().get(0).evidence();
    assertThat(evidence.plateHash()).contains("00112233");
    assertThat(evidence.flags().all()).doesNotContain(LaneFlags.PLATE_MISMATCH);
  }

  @Test
  void aPlateThatIsNotTheRegisteredOneIsMarkedWhenItComesBeforeOrAfterTheTag() {
    bench.judge.registers(Bench.ANNA, "right");
    bench.judge.registers(Bench.BAO, "right");
    bench.occupied(Detector.ARMING);
    plate(bench.nowMs(), "wrong");
    bench.hear(Bench.ANNA, -54, 400);
    assertThat(bench.granted().get(0).evidence().flags().all()).contains(LaneFlags.PLATE_MISMATCH);
    bench.leave();

    Bench late = Bench.open(Bench.ROOMY);
    late.judge.registers(Bench.ANNA, "right");
    late.occupied(Detector.ARMING);
    long came = late.nowMs();
    late.hear(Bench.ANNA, -54, 400);
    late.on(new LaneEvent.Plate(came * MS, List.of("wrong")));
    late.leave();
    assertThat(late.passage().evidence().flags().all()).contains(LaneFlags.PLATE_MISMATCH);
    assertThat(late.passage().terms()).isEqualTo(LaneOutcome.Terms.CHARGED);
  }
}
