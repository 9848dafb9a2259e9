// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the books know is known after a stock and a restart too. */
class StockTest {

  private static final Asking TAG = ParkBench.tag("e2001");

  private ParkBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new ParkBench();
    again();
  }

  /** A stock after every step from now on; what is older is read of none. */
  private void again() throws Exception {
    bench.recordsOfAStock = 1;
    bench.start();
  }

  private void isInside() {
    bench.enters(1, TAG);
    bench.later(Duration.ofMinutes(100));
  }

  /** A step of somebody else, so that a stock is the last that was written. */
  private void otherwise() throws Exception {
    bench.enters(77, LotBench.ticket("other"));
    bench.start();
  }

  @Test
  void aPaymentForAStayThatHasEndedIsKnownAgain() throws Exception {
    isInside();
    bench.pays(TAG, "r1", 50_000);
    bench.leaves(1, TAG);
    otherwise();
    bench.enters(2, TAG);
    bench.later(Duration.ofMinutes(100));
    Receipt again = bench.pays(TAG, "r1", 50_000);
    assertThat(again.isNew()).as("the desk tells it until it is answered").isFalse();
    assertThat(again.refusal()).isEmpty();
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  @Test
  void aStayWhoseEndNobodySawGoesOn() throws Exception {
    isInside();
    bench.letsOut("out-1", 1, TAG);
    bench.park.unproven("out-1", 1);
    otherwise();
    Word word = bench.park.mayLeave("out-1", TAG);
    assertThat(word.code()).as("it stands at the exit").isEqualTo(Word.TAG_PAYS);
    assertThat(word.chargeMinor()).isEqualTo(50_000);
    bench.leaves(5, TAG);
    assertThat(bench.inside()).as("the other alone").isOne();
  }

  @Test
  void whoWasNotSeenComingInMayStillComeIn() throws Exception {
    bench.park.letIn("in-1", 1, TAG, "tag");
    bench.park.unproven("in-1", 1);
    otherwise();
    assertThat(bench.park.mayEnter("in-1", TAG).code()).isEqualTo(Word.ADMITTED);
  }

  @Test
  void aDoubleOfAStayThatHasEndedDoesNotComeToLife() throws Exception {
    bench.passBack = PassBack.ALLOW;
    bench.start();
    bench.enters(1, TAG);
    bench.later(Duration.ofMinutes(5));
    bench.enters(2, TAG);
    bench.later(Duration.ofMinutes(1));
    bench.park.letOut("out-1", 1, TAG, true, false, "attendant"); // nothing is paid for it
    bench.park.passed("out-1", true, 1);
    int stays = bench.park.view().stays();
    otherwise();
    assertThat(stays).isZero();
    assertThat(bench.park.view().stays()).as("the other alone").isOne();
    assertThat(bench.park.mayLeave("out-1", TAG).code()).isEqualTo(Word.NO_ENTRY);
  }

  @Test
  void aVehiclesNumberIsNotGivenTwice() throws Exception {
    isInside();
    bench.leaves(41, TAG);
    bench.park.passedUnasked("out-2", true, 17, "unseen");
    assertThat(bench.park.join("out-1")).as("the lane began anew").isEqualTo(42);
    assertThat(bench.park.join("out-2")).isEqualTo(18);
    bench.letsOut("out-1", 42, TAG);
    bench.park.wentBack("out-1", 42);
    assertThat(bench.park.join("out-1")).as("it was on record, and went back").isEqualTo(43);
    otherwise();
    assertThat(bench.park.join("out-1")).isEqualTo(43);
    assertThat(bench.park.join("out-2")).isEqualTo(18);
    assertThat(bench.park.join("in-1")).isEqualTo(78);
  }

  @Test
  void whatWasTakenIsKeptWhenFewerStaysHaveRoom() throws Exception {
    for (int i = 1; i <= 5; i++) {
      bench.enters(i, LotBench.ticket("t" + i));
    }
    bench.mostStays = 2;
    bench.recordsOfAStock = 1_000;
    bench.start();
    assertThat(bench.park.view().stays()).isEqualTo(5);
    assertThat(bench.park.mayEnter("in-1", TAG).code()).isEqualTo(Word.FULL);
  }

  @Test
  void aStockThatLacksAPieceIsNone() throws Exception {
    bench.recordsOfAStock = 360; // the stock is of more than one piece
    bench.journal = new OddJournal(bench.kept, StockTest::isSecondPiece, () -> {});
    bench.start();
    for (int i = 1; i <= 120; i++) {
      bench.enters(i, LotBench.ticket("t" + i));
    }
    assertThat(bench.records("parking-open")).isNotEmpty();
    bench.journal = bench.kept;
    bench.start();
    assertThat(bench.park.view().stays()).isEqualTo(120);
    assertThat(bench.inside()).isEqualTo(120);
  }

  private static boolean isSecondPiece(Draft draft) {
    return draft.kind().name().equals("parking-open")
        && draft.body().get("piece") instanceof Value.Whole piece
        && piece.value() == 2;
  }

  @Test
  void aStockOfManyPiecesDoesNotHoldUpTheLanes() throws Exception {
    bench.recordsOfAStock = 30_000;
    bench.mostStays = 10_000;
    bench.start();
    for (int i = 1; i < 10_000; i++) {
      bench.enters(i, LotBench.ticket("t" + i));
    }
    bench.kept.slow();
    bench.enters(10_000, LotBench.ticket("t10000"));
    assertThat(bench.park.view().waiting()).isGreaterThan(100);
    assertThat(bench.park.view().unkept()).isZero();
    assertThat(bench.park.mayLeave("out-1", LotBench.ticket("t9999")).code())
        .isNotEqualTo(Word.NOT_RECORDED);
  }
}
