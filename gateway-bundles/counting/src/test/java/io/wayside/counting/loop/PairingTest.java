// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final TrapLayout LAYOUT = new TrapLayout(4, 2, 2, List.of());
  private static final LoopRules RULES = LoopRules.usual();

  private static Pulse pulse(double fromS, double toS) {
    return new Pulse(Math.round(fromS * 1e9), Math.round(toS * 1e9), false);
  }

  private static List<Move> pair(List<Pulse> lead, List<Pulse> trail) {
    return Pairing.of(lead, trail, LAYOUT, RULES);
  }

  /** Presences of vehicles of 4.5 m at 10 m/s, so long after each other. */
  private static List<Pulse> train(double fromS, double everyS, int vehicles) {
    List<Pulse> pulses = new ArrayList<>();
    for (int i = 0; i < vehicles; i++) {
      pulses.add(pulse(fromS + i * everyS, fromS + i * everyS + 0.65));
    }
    return pulses;
  }

  @Test
  void aTrainOfVehiclesIsPairedOneByOne() {
    List<Move> moves = pair(train(10, 1, 8), train(10.4, 1, 8));

    assertThat(moves).hasSize(8).allMatch(move -> move.kind() == Move.Kind.FORWARD && move.clean());
  }

  @Test
  void oneThatTheSecondLoopMissedIsLeftOutAndTheOthersKeepTheirPartners() {
    for (int missed = 0; missed < 6; missed++) {
      List<Pulse> trail = new ArrayList<>(train(10.4, 1, 6));
      trail.remove(missed);
      List<Move> moves = pair(train(10, 1, 6), trail);
      assertThat(moves).hasSize(6);
      for (int i = 0; i < 6; i++) {
        Move.Kind expected = i == missed ? Move.Kind.LEAD_ALONE : Move.Kind.FORWARD;
        assertThat(moves.get(i).kind()).as("missed %d, move %d", missed, i).isEqualTo(expected);
      }
    }
  }

  @Test
  void oneThatTheFirstLoopMissedIsLeftOutToo() {
    for (int missed = 0; missed < 6; missed++) {
      List<Pulse> lead = new ArrayList<>(train(10, 1, 6));
      lead.remove(missed);
      List<Move> moves = pair(lead, train(10.4, 1, 6));
      assertThat(moves).hasSize(6);
      assertThat(moves.get(missed).kind()).isEqualTo(Move.Kind.TRAIL_ALONE);
      assertThat(moves).filteredOn(move -> move.kind() == Move.Kind.FORWARD).hasSize(5);
    }
  }

  @Test
  void aWrongWayDriverAmongOthersIsOne() {
    List<Pulse> lead = List.of(pulse(10, 10.65), pulse(14.4, 15.05), pulse(18, 18.65));
    List<Pulse> trail = List.of(pulse(10.4, 11.05), pulse(14, 14.65), pulse(18.4, 19.05));

    assertThat(pair(lead, trail))
        .extracting(Move::kind)
        .containsExactly(Move.Kind.FORWARD, Move.Kind.BACKWARD, Move.Kind.FORWARD);
  }

  @Test
  void twoThatOneLoopSawAsOneAreOneMove() {
    List<Pulse> lead = List.of(pulse(10, 11.4));
    List<Pulse> trail = List.of(pulse(10.4, 11.05), pulse(11.15, 11.8));

    assertThat(pair(lead, trail)).singleElement().matches(m -> m.kind() == Move.Kind.ONE_AND_TWO);
  }

  @Test
  void ofNothingThereIsNothing() {
    assertThat(pair(List.of(), List.of())).isEmpty();
  }

  /** Whatever the loops saw: every presence is in one move, in its order, and the cost is least. */
  @Test
  void everyPresenceIsInOneMoveInOrderAndNoOtherWayIsCheaper() {
    Random random = new Random(9);
    for (int run = 0; run < 400; run++) {
      List<Pulse> lead = any(random);
      List<Pulse> trail = any(random);
      List<Move> moves = pair(lead, trail);
      List<Pulse> leads = new ArrayList<>();
      List<Pulse> trails = new ArrayList<>();
      double cost = 0;
      for (Move move : moves) {
        leads.addAll(move.lead());
        trails.addAll(move.trail());
        cost += move.cost();
      }
      assertThat(leads).isEqualTo(lead);
      assertThat(trails).isEqualTo(trail);
      assertThat(cost).isLessThanOrEqualTo(cheapestOfPairsAlone(lead, trail, 0, 0) + 1e-9);
    }
  }

  /**
   * All ways to pair and skip, tried one after the other; merges and splits only make it cheaper.
   */
  private static double cheapestOfPairsAlone(List<Pulse> lead, List<Pulse> trail, int i, int j) {
    if (i == lead.size()) {
      return trail.size() - j;
    }
    if (j == trail.size()) {
      return lead.size() - i;
    }
    double best =
        Math.min(
            1 + cheapestOfPairsAlone(lead, trail, i + 1, j),
            1 + cheapestOfPairsAlone(lead, trail, i, j + 1));
    Fit fit = Fit.of(lead.get(i), trail.get(j), LAYOUT, RULES);
    return fit.kind() == Fit.Kind.IMPOSSIBLE
        ? best
        : Math.min(best, fit.cost() + cheapestOfPairsAlone(lead, trail, i + 1, j + 1));
  }

  private static List<Pulse> any(Random random) {
    List<Pulse> pulses = new ArrayList<>();
    double at = 10 + random.nextDouble();
    for (int i = 0; i < random.nextInt(6); i++) {
      double seconds = 0.1 + 1.5 * random.nextDouble();
      pulses.add(pulse(at, at + seconds));
      at += seconds + 0.05 + random.nextDouble();
    }
    return pulses;
  }

  @Test
  void noVehicleIsFasterThanTheFastest() {
    assertThat(Fit.of(pulse(10, 10.2), pulse(10.05, 10.25), LAYOUT, RULES).kind())
        .isEqualTo(Fit.Kind.IMPOSSIBLE);
    assertThat(Fit.of(pulse(10, 10.2), pulse(10.06, 10.26), LAYOUT, RULES).kind())
        .isEqualTo(Fit.Kind.FORWARD);
  }

  @Test
  void presencesThatDoNotTouchAreOneVehicleOnlyIfItCouldHaveComeSoFar() {
    assertThat(Fit.of(pulse(10, 11), pulse(12.6, 13.6), LAYOUT, RULES).kind())
        .isEqualTo(Fit.Kind.FORWARD);
    assertThat(Fit.of(pulse(10, 11), pulse(12.7, 13.7), LAYOUT, RULES).kind())
        .isEqualTo(Fit.Kind.IMPOSSIBLE);
  }

  @Test
  void theBetterTwoPresencesGoTogetherTheLessItCosts() {
    double before = -1;
    for (double longer : new double[] {0, 0.05, 0.1, 0.2, 0.4}) {
      double cost = Fit.of(pulse(10, 10.65), pulse(10.4, 11.05 + longer), LAYOUT, RULES).cost();
      assertThat(cost).isGreaterThan(before);
      before = cost;
    }
  }
}
