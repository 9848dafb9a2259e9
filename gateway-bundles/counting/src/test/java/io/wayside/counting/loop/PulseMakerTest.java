// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PulseMakerTest {

  private static final long MS = 1_000_000L;

  private final List<Pulse> pulses = new ArrayList<>();
  private final PulseMaker maker = new PulseMaker(LoopRules.usual(), Delays.NONE);

  private void on(double ms) {
    maker.edge(Math.round(ms * MS), true).ifPresent(pulses::add);
  }

  private void off(double ms) {
    maker.edge(Math.round(ms * MS), false).ifPresent(pulses::add);
  }

  private void until(double ms) {
    maker.advance(Math.round(ms * MS)).ifPresent(pulses::add);
  }

  private static Pulse pulse(double on, double off) {
    return new Pulse(Math.round(on * MS), Math.round(off * MS), false);
  }

  @Test
  void aPresenceIsToldWhenItsGapIsOneBetweenVehicles() {
    on(100);
    off(400);
    until(409.9);
    assertThat(pulses).isEmpty();
    until(410);

    assertThat(pulses).containsExactly(pulse(100, 400));
  }

  @Test
  void theFirstClosingCountsAndWhatBouncesAfterItDoesNot() {
    on(100);
    off(101);
    on(101.5);
    off(102);
    on(103);
    off(400);
    until(1_000);

    assertThat(pulses).containsExactly(pulse(100, 400));
  }

  @Test
  void theFirstLastingOpeningCountsAndWhatBouncesAfterItDoesNot() {
    on(100);
    off(400);
    on(401);
    off(403);
    on(404);
    off(405);
    until(1_000);

    assertThat(pulses).containsExactly(pulse(100, 400));
  }

  @Test
  void aShortGapIsBridgedAndTheLaterOpeningCounts() {
    on(100);
    off(300);
    on(308);
    off(500);
    until(1_000);

    assertThat(pulses).containsExactly(pulse(100, 500));
  }

  @Test
  void aGapLongEnoughForTwoVehiclesPartsThem() {
    on(100);
    off(300);
    on(311);
    off(500);
    until(1_000);

    assertThat(pulses).containsExactly(pulse(100, 300), pulse(311, 500));
  }

  @Test
  void whatIsShorterThanAnyVehicleIsDroppedAndCounted() {
    on(100);
    off(129);
    until(500);
    on(600);
    off(631);
    until(700);

    assertThat(pulses).containsExactly(pulse(600, 631));
    assertThat(maker.blips()).isEqualTo(1);
  }

  @Test
  void aCutEndsWhatIsUnderWayAndSaysSo() {
    on(100);
    assertThat(maker.openSince()).hasValue(100 * MS);
    assertThat(maker.cut(250 * MS)).contains(new Pulse(100 * MS, 250 * MS, true));
    assertThat(maker.openSince()).isEmpty();
    off(300);
    until(500);

    assertThat(pulses).isEmpty();
    assertThat(maker.cut(600 * MS)).isEmpty();
  }

  @Test
  void aPresenceThatHadEndedIsWholeWhenItIsCutInItsGap() {
    on(100);
    off(300);

    assertThat(maker.cut(305 * MS)).contains(new Pulse(100 * MS, 300 * MS, false));
  }

  @Test
  void delaysMoveThePresenceAsAWhole() {
    PulseMaker late = new PulseMaker(LoopRules.usual(), new Delays(3 * MS, 7 * MS));
    late.edge(103 * MS, true);
    assertThat(late.openSince()).hasValue(100 * MS);
    late.edge(407 * MS, false);

    assertThat(late.advance(500 * MS)).contains(pulse(100, 400));
  }

  /**
   * Against a plain rule over the levels, millisecond by millisecond: gaps below ten are filled,
   * presences below thirty dropped. Stretches are longer than any bounce, so no rule of bouncing
   * has a say.
   */
  @Test
  void presencesAreThoseOfTheLevelsWithShortGapsFilled() {
    Random random = new Random(12);
    for (int run = 0; run < 200; run++) {
      boolean[] level = new boolean[20_000];
      List<int[]> edges = new ArrayList<>();
      boolean state = false;
      for (int at = 10; at < level.length - 100; ) {
        state = !state;
        edges.add(new int[] {at, state ? 1 : 0});
        int length = 6 + (int) (Math.pow(random.nextDouble(), 3) * 900);
        for (int i = at; i < Math.min(level.length - 100, at + length); i++) {
          level[i] = state;
        }
        at += length;
      }
      if (state) {
        edges.add(new int[] {level.length - 100, 0});
      }
      PulseMaker fresh = new PulseMaker(LoopRules.usual(), Delays.NONE);
      List<Pulse> told = new ArrayList<>();
      for (int[] edge : edges) {
        fresh.edge(edge[0] * MS, edge[1] == 1).ifPresent(told::add);
      }
      fresh.advance(level.length * MS).ifPresent(told::add);

      assertThat(told).isEqualTo(filled(level));
    }
  }

  private static List<Pulse> filled(boolean[] level) {
    List<Pulse> all = new ArrayList<>();
    int from = -1;
    int to = -1;
    for (int at = 0; at < level.length; at++) {
      if (level[at]) {
        from = from < 0 ? at : from;
        to = at + 1;
      } else if (from >= 0 && at - to >= 9) {
        all.add(pulse(from, to));
        from = -1;
      }
    }
    all.removeIf(one -> one.offNanos() - one.onNanos() < 30 * MS);
    return all;
  }

  @Test
  void anyEdgesInAnyOrderOfLevelsMakePresencesInOrderThatDoNotOverlap() {
    Random random = new Random(6);
    for (int run = 0; run < 300; run++) {
      PulseMaker fresh = new PulseMaker(LoopRules.usual(), Delays.NONE);
      List<Pulse> told = new ArrayList<>();
      long at = 0;
      for (int i = 0; i < 400; i++) {
        at += (long) (Math.pow(random.nextDouble(), 5) * 800 * MS);
        fresh.edge(at, random.nextBoolean()).ifPresent(told::add);
        if (random.nextInt(60) == 0) {
          fresh.cut(at).ifPresent(told::add);
        }
      }
      for (int i = 0; i < told.size(); i++) {
        assertThat(told.get(i).offNanos()).isGreaterThanOrEqualTo(told.get(i).onNanos());
        if (i > 0) {
          assertThat(told.get(i).onNanos()).isGreaterThanOrEqualTo(told.get(i - 1).offNanos());
        }
      }
    }
  }
}
