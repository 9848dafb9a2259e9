// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The office's own answer: asked early, waited for briefly, never needed. */
class OfficeTest {

  private final Bench bench = Bench.open(Bench.ROOMY);

  OfficeTest() {
    bench.on(new LaneEvent.Links(bench.now(), true, true));
  }

  @Test
  void isAskedOnTheApproachOnce() {
    bench.heard(Bench.ANNA, Bench.APPROACH, -58).pass(50).heard(Bench.ANNA, Bench.APPROACH, -57);

    assertThat(bench.all(LaneAct.AskOffice.class))
        .containsExactly(new LaneAct.AskOffice(Bench.ANNA));
  }

  @Test
  void isNotAskedAboutGoods() {
    bench.hear(Bench.GOODS, -54, 500);

    assertThat(bench.all(LaneAct.AskOffice.class)).isEmpty();
  }

  @Test
  void itsAnswerInTimeDecides() {
    bench.heard(Bench.ANNA, Bench.APPROACH, -58).pass(50);
    bench.on(new LaneEvent.Office(bench.now(), Bench.ANNA, false, "no-money"));
    bench.arrive(Bench.ANNA);

    assertThat(bench.granted()).isEmpty();
    assertThat(bench.notice()).isEqualTo("office-refused");
  }

  @Test
  void withoutAnAnswerTheListsDecideAfterItsTime() {
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -52, 250);
    assertThat(bench.granted()).isEmpty();
    bench.pass(100);

    assertThat(bench.granted()).hasSize(1);
    assertThat(bench.granted().get(0).verdict().mode()).isEqualTo(Mode.DEGRADED);
    assertThat(bench.granted().get(0).decidedNanos() - bench.granted().get(0).readNanos())
        .isEqualTo(300 * Bench.MS);
  }

  @Test
  void anAnswerThatComesLateChangesNothing() {
    bench.occupied(Detector.ARMING).hear(Bench.ANNA, -52, 500);
    bench.on(new LaneEvent.Office(bench.now(), Bench.ANNA, false, "no-money")).leave();

    assertThat(bench.chargedTags()).containsExactly(Bench.ANNA);
  }
}
