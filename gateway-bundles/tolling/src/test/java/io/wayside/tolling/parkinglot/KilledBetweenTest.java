// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway dies between two records of one step. */
class KilledBetweenTest {

  private static final Asking TAG = ParkBench.tag("e2001");

  private static ParkBench inside() throws Exception {
    ParkBench bench = new ParkBench();
    bench.enters(1, TAG);
    bench.later(Duration.ofMinutes(100));
    return bench;
  }

  /** Its tag's payment, the end of its stay, the passage. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPassageOfWhichThePaymentIsOnRecordIsProven(int kept) throws Exception {
    ParkBench bench = inside();
    bench.letsOut("out-1", 1, TAG);
    bench.kept.slow();
    bench.park.passed("out-1", true, 1);
    bench.diesAfter(kept);
    assertThat(bench.park.openPasses("out-1")).isEmpty();
    assertThat(bench.park.mayLeave("out-1", TAG).code()).isEqualTo(Word.NO_ENTRY);
    assertThat(bench.records("parking-payment")).hasSize(1);
    assertThat(bench.written("parking-session")).contains("left");
    assertThat(bench.inside()).isZero();
  }

  /** The end of its stay, the passage: it was counted out before, and had not left. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whoWasCountedOutAndLeavesAfterAllIsCountedOutOnce(int kept) throws Exception {
    ParkBench bench = inside();
    bench.letsOut("out-1", 1, TAG);
    bench.park.unproven("out-1", 1);
    assertThat(bench.inside()).isZero();
    bench.park.letOut("out-1", 2, TAG, true, false, "attendant");
    bench.kept.slow();
    bench.park.passed("out-1", true, 2);
    bench.diesAfter(kept);
    assertThat(bench.inside()).isZero();
    bench.start();
    assertThat(bench.inside()).isZero();
  }

  /** That it came again, the end of its stay, its new entry, that it may pass. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whoIsTakenBackAndComesInIsCountedOnce(int kept) throws Exception {
    ParkBench bench = new ParkBench();
    bench.park.letIn("in-1", 1, new Asking(TAG.keys(), "motorbike", false, List.of()), "tag");
    bench.park.unproven("in-1", 1);
    bench.kept.slow();
    bench.park.letIn("in-1", 2, TAG, "tag"); // a camera says that it is a car
    bench.diesAfter(kept);
    if (bench.park.openPasses("in-1").isEmpty()) {
      assertThat(bench.park.mayEnter("in-1", TAG).code()).isEqualTo(Word.ADMITTED);
      bench.park.letIn("in-1", 3, TAG, "tag");
    }
    bench.park.passed("in-1", false, bench.park.openPasses("in-1").get(0).vehicle());
    assertThat(bench.inside()).isOne();
    bench.start();
    assertThat(bench.inside()).isOne();
    assertThat(bench.park.view().stays()).isOne();
    bench.later(Duration.ofMinutes(100));
    bench.leaves(9, TAG);
    assertThat(bench.inside()).isZero();
  }
}
