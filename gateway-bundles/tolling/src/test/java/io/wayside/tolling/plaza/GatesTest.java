// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.Detector;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which tags were in no vehicle of a lane, by its loops. Times in milliseconds. */
class GatesTest {

  private static final long MS = 1_000_000L;
  private static final int LANE = 2;
  private static final int APPROACH = 1;
  private static final TagNumber TAG = new TagNumber("3034000000000000000000a1", 96);

  private final Gates gates = new Gates(Set.of(LANE), Set.of(APPROACH));

  private void open() {
    loop(0, Detector.ARMING, false);
    loop(0, Detector.SAFETY, false);
    gates.hear(new LaneEvent.Reader(0, true));
    gates.hear(new LaneEvent.Order(0, LaneOrder.OPEN, "test"));
  }

  private void loop(long ms, Detector detector, boolean occupied) {
    gates.hear(new LaneEvent.Occupied(ms * MS, detector, occupied));
  }

  private void pulse(Detector detector, long fromMs, long toMs) {
    loop(fromMs, detector, true);
    loop(toMs, detector, false);
  }

  /** Twenty times a second. */
  private void heard(int antenna, long fromMs, long toMs) {
    for (long ms = fromMs; ms <= toMs; ms += 50) {
      gates.hear(new LaneEvent.Heard(ms * MS, TAG, Optional.empty(), antenna, -55, 1));
    }
  }

  private boolean clears() {
    return gates.clears(TAG, 0, 60_000 * MS, 100_000 * MS);
  }

  /** A tag that comes over the arming loop at 20 s and leaves at 25 s. */
  private void tagPasses() {
    heard(APPROACH, 17_000, 20_200);
    heard(LANE, 19_500, 25_100);
  }

  @Test
  void aTagThatLeftWithAVehicleOfTheLaneIsNotDenied() {
    open();
    tagPasses();
    pulse(Detector.ARMING, 20_000, 20_900);
    pulse(Detector.SAFETY, 25_000, 26_000);
    assertThat(clears()).isFalse();
  }

  @Test
  void whereNobodyDroveNobodyCarriedIt() {
    open();
    tagPasses();
    assertThat(clears()).isTrue();
  }

  @Test
  void whoStoodThereWhenItHadLeftDidNotCarryIt() {
    open();
    tagPasses();
    pulse(Detector.ARMING, 20_000, 20_900);
    pulse(Detector.SAFETY, 28_000, 29_000);
    assertThat(clears()).isTrue();
  }

  /**
   * Who drives alone with the tag in his windscreen: as early and as late as any of 9,474 in the
   * rig. Fifty replies in a second.
   */
  @RepeatedTest(200)
  void whoeverCarriesATagThatFallsSilentAtOnceIsNotDenied(RepetitionInfo turn) {
    SplittableRandom random = new SplittableRandom(turn.getCurrentRepetition());
    open();
    long armed = 800L + random.nextInt(1_200);
    long crossed = 800L + random.nextInt(1_200);
    often(APPROACH, 17_000, 20_000 + random.nextLong((long) (0.6 * armed)));
    often(LANE, 19_500, 24_590 + random.nextLong((long) (0.6 * crossed) + 90));
    pulse(Detector.ARMING, 20_000, 20_000 + armed);
    pulse(Detector.SAFETY, 25_000, 25_000 + crossed);
    assertThat(clears()).isFalse();
  }

  /** Half a second is too long for a tag that is heard all the while until it is over the loop. */
  @Test
  void aTagThatFallsSilentAtOnceSaysMoreThanOneThatFades() {
    for (boolean atOnce : new boolean[] {true, false}) {
      GatesTest each = new GatesTest();
      each.open();
      if (atOnce) {
        each.often(APPROACH, 17_000, 19_550);
        each.often(LANE, 19_500, 25_100);
      } else {
        each.heard(APPROACH, 17_000, 19_550);
        each.heard(LANE, 19_500, 25_100);
      }
      each.pulse(Detector.ARMING, 20_000, 20_900);
      each.pulse(Detector.SAFETY, 25_000, 26_000);
      assertThat(each.clears()).isEqualTo(atOnce);
    }
  }

  /** Fifty times a second until a moment. */
  private void often(int antenna, long fromMs, long untilMs) {
    for (long ms = untilMs - (untilMs - fromMs) / 20 * 20; ms <= untilMs; ms += 20) {
      gates.hear(new LaneEvent.Heard(ms * MS, TAG, Optional.empty(), antenna, -55, 1));
    }
  }

  /** Its silence says less than that of one that is heard twenty times a second. */
  @Test
  void aTagThatIsHeardSeldomMayBeSilentSoonerBeforeItLeaves() {
    open();
    heard(APPROACH, 17_000, 20_200);
    for (long ms = 19_500; ms <= 25_100; ms += 400) {
      heard(LANE, ms, ms);
    }
    pulse(Detector.ARMING, 20_000, 20_900);
    pulse(Detector.SAFETY, 27_500, 28_500);
    assertThat(clears()).isFalse();
  }

  @Test
  void whoHadLeftWhenItWasStillHeardDidNotCarryIt() {
    open();
    tagPasses();
    pulse(Detector.ARMING, 20_000, 20_900);
    pulse(Detector.SAFETY, 22_000, 23_000);
    assertThat(clears()).isTrue();
  }

  @Test
  void whoCameOverTheArmingLoopAtAnotherTimeDidNotCarryIt() {
    open();
    tagPasses();
    pulse(Detector.ARMING, 22_000, 23_000);
    pulse(Detector.SAFETY, 25_000, 26_000);
    assertThat(clears()).isTrue();
  }

  @Test
  void twoVehiclesDoNotMakeOneThatCarriedIt() {
    open();
    tagPasses();
    pulse(Detector.ARMING, 14_000, 15_000); // leaves while the tag is over the arming loop
    pulse(Detector.SAFETY, 19_000, 20_000);
    pulse(Detector.ARMING, 22_500, 23_500);
    pulse(Detector.SAFETY, 28_000, 29_000);
    assertThat(clears()).isTrue();
  }

  @Test
  void aTagThatIsStillHeardIsNotDecided() {
    open();
    heard(LANE, 95_000, 98_000);
    assertThat(gates.isHere(TAG, 100_000 * MS)).isTrue();
    assertThat(gates.clears(TAG, 90_000 * MS, 100_000 * MS, 100_000 * MS)).isFalse();
  }

  @Test
  void aFewRepliesDenyNobody() {
    open();
    heard(LANE, 24_900, 25_100);
    assertThat(clears()).isFalse();
  }

  @Test
  void aTagThatWasNotHeardIsNotDenied() {
    open();
    assertThat(clears()).isFalse();
  }

  @Test
  void whatIsNotSeenDeniesNobody() {
    for (int i = 0; i < 4; i++) {
      GatesTest each = new GatesTest();
      each.open();
      each.heard(LANE, 17_000, 20_000);
      each.trouble(i);
      each.heard(LANE, 22_000, 25_000);
      assertThat(each.clears()).as("trouble %d", i).isFalse();
    }
  }

  private void trouble(int which) {
    switch (which) {
      case 0 -> gates.hear(new LaneEvent.DetectorLost(21_000 * MS, Detector.SAFETY));
      case 1 -> gates.hear(new LaneEvent.DetectorLost(21_000 * MS, Detector.ARMING));
      case 2 -> gates.hear(new LaneEvent.Reader(21_000 * MS, false));
      default -> gates.hear(new LaneEvent.Order(21_000 * MS, LaneOrder.MAINTAIN, "test"));
    }
  }

  @Test
  void whatWasBeforeTheFirstWordOfTheLoopsIsNotKnown() {
    tagPasses();
    loop(26_000, Detector.ARMING, false);
    loop(26_000, Detector.SAFETY, false);
    gates.hear(new LaneEvent.Order(26_000 * MS, LaneOrder.OPEN, "test"));
    assertThat(clears()).isFalse();
  }

  @Test
  void whatWasDroppedIsNotDenied() {
    open();
    tagPasses();
    for (int i = 0; i < 400; i++) {
      pulse(Detector.SAFETY, 30_000 + i * 100L, 30_050 + i * 100L);
    }
    assertThat(clears()).isFalse();
  }

  private Gates.Leaving leaving(long leftMs) {
    return gates.leaving(TAG, leftMs * MS, 100_000 * MS);
  }

  /** Its power is back at 22 s, when the tag is over the arming loop already. */
  private void beginLate() {
    loop(22_000, Detector.ARMING, false);
    loop(22_000, Detector.SAFETY, false);
    gates.hear(new LaneEvent.Reader(22_000 * MS, true));
    gates.hear(new LaneEvent.Order(22_000 * MS, LaneOrder.OPEN, "test"));
  }

  @Test
  void whoBeganLateKnowsWhoLeftSince() {
    beginLate();
    heard(LANE, 22_000, 25_100);
    assertThat(clears()).as("not by both loops").isFalse();
    assertThat(leaving(25_100)).isEqualTo(Gates.Leaving.NOBODY);
    assertThat(leaving(22_500)).as("soon after its beginning").isEqualTo(Gates.Leaving.UNKNOWN);
    pulse(Detector.SAFETY, 25_600, 26_600);
    assertThat(leaving(25_100)).isEqualTo(Gates.Leaving.SOMEBODY);
  }

  @Test
  void whoHeardNothingKnowsItLessClosely() {
    for (long ms : new long[] {23_700, 25_000, 28_900}) {
      GatesTest each = new GatesTest();
      each.beginLate();
      each.pulse(Detector.SAFETY, ms, ms + 1_000);
      assertThat(each.leaving(25_100)).as("at %d", ms).isEqualTo(Gates.Leaving.SOMEBODY);
    }
    beginLate();
    pulse(Detector.SAFETY, 22_100, 23_000);
    pulse(Detector.SAFETY, 29_500, 30_500);
    assertThat(leaving(25_100)).isEqualTo(Gates.Leaving.NOBODY);
  }

  @Test
  void whoIsHeardHereLongerMayCarryIt() {
    beginLate();
    heard(LANE, 22_000, 29_800);
    pulse(Detector.SAFETY, 30_000, 31_000);
    assertThat(leaving(25_100)).isEqualTo(Gates.Leaving.SOMEBODY);
  }

  @Test
  void aLoopThatIsLostKnowsNothingOfWhoLeft() {
    beginLate();
    gates.hear(new LaneEvent.DetectorLost(24_500 * MS, Detector.SAFETY));
    loop(24_600, Detector.SAFETY, false);
    assertThat(leaving(25_100)).isEqualTo(Gates.Leaving.UNKNOWN);
  }

  @Test
  void nothingIsHeardWhereNobodyIsOrALaneWithoutEarsSaysSo() {
    open();
    assertThat(nothing()).isTrue();
    heard(LANE, 24_900, 25_100);
    assertThat(nothing()).as("a stray reply, and no vehicle").isTrue();
    pulse(Detector.ARMING, 26_000, 27_000);
    assertThat(nothing()).isFalse();
    gates.hear(new LaneEvent.Reader(70_000 * MS, false));
    assertThat(gates.heardNothing(TAG, 75_000 * MS, 1_000 * MS, 100_000 * MS)).isFalse();
  }

  private boolean nothing() {
    return gates.heardNothing(TAG, 25_000 * MS, 60_000 * MS, 100_000 * MS);
  }
}
