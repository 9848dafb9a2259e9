// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The speed at which the pulses of the half-lines fit together best: every pair of an early pulse
 * here and one there is a hypothesis, and the one that leaves the fewest pulses alone wins.
 */
final class SpeedGuess {

  private static final double SLOWEST_MPS = 0.4;
  private static final double FASTEST_MPS = 70;
  private static final double TOLERANCE_M = 0.6;
  private static final int EARLY = 2;
  private static final int LATE = 5;
  private static final double LEAST_DISTANCE_M = 0.5;
  // What a tyre leaves on a strip, beyond the strip's own width.
  private static final double SHORTEST_FOOT_M = 0.03;
  private static final double LONGEST_FOOT_M = 0.7;
  private static final double FOOT_DOUBT = 0.5;
  // Against traffic is rare; between equals forward wins.
  private static final double WRONG_WAY_DOUBT = 0.05;
  private static final int MOST_REFERENCES = 4;
  // A front that is taken by itself must fit well.
  private static final double SURE = 0.1;
  private static final double ALIKE = 0.03;
  // No pair of vehicles can have axles closer than their overhangs make it.
  private static final double ANOTHER_VEHICLE_M = 3;
  private static final double OTHER_SIDE = 0.4;

  private final Layout layout;
  private final double samplesPerSecond;
  private final double longestSpacingM;

  SpeedGuess(Layout layout, double samplesPerSecond, double longestSpacingM) {
    this.layout = layout;
    this.samplesPerSecond = samplesPerSecond;
    this.longestSpacingM = longestSpacingM;
  }

  /**
   * A hypothesis.
   *
   * @param reference the half-line whose pulses are the axles
   * @param slowness samples per metre, negative against the direction of travel
   * @param axles pulses of the reference up to the first gap no vehicle has
   * @param cost 0 when all fits; about 1 when nothing does
   */
  record Guess(Detector reference, double slowness, int axles, double cost) {}

  /** The best for all that comes together. */
  Optional<Guess> best(List<List<Pulse>> pulses) {
    return best(pulses, this::judge);
  }

  /** The best for those at the front, where a vehicle behind at another speed spoils the whole. */
  Optional<Guess> front(List<List<Pulse>> pulses) {
    return best(pulses, this::judgeFront).filter(front -> front.cost < SURE);
  }

  private interface Judgement {
    Guess of(
        Detector reference,
        double slowness,
        List<Detector> heard,
        List<List<Pulse>> pulses,
        Pulse here);
  }

  private Optional<Guess> best(List<List<Pulse>> pulses, Judgement judgement) {
    Guess best = null;
    List<Detector> heard =
        layout.base().stream().filter(d -> !pulses.get(d.index()).isEmpty()).toList();
    int references = 0;
    for (Detector reference : heard) {
      if (++references > MOST_REFERENCES) {
        break;
      }
      for (Detector other : partners(reference, heard)) {
        double distance = other.atM() - reference.atM();
        for (Pulse here : early(pulses.get(reference.index()), EARLY)) {
          for (Pulse there : early(pulses.get(other.index()), LATE)) {
            double slowness = (there.centre() - here.centre()) / distance;
            if (!possible(slowness)) {
              continue;
            }
            Guess guess = judgement.of(reference, slowness, heard, pulses, here);
            if (best == null || guess.cost < best.cost) {
              best = guess;
            }
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<Pulse> early(List<Pulse> pulses, int most) {
    return pulses.subList(0, Math.min(most, pulses.size()));
  }

  /** The nearest half-line far enough away, and the furthest. */
  private List<Detector> partners(Detector reference, List<Detector> heard) {
    List<Detector> far =
        layout.outwardsFrom(reference).stream()
            .filter(heard::contains)
            .filter(d -> Math.abs(d.atM() - reference.atM()) >= LEAST_DISTANCE_M)
            .toList();
    return far.size() < 2 ? far : List.of(far.get(0), far.get(far.size() - 1));
  }

  private boolean possible(double slowness) {
    double magnitude = Math.abs(slowness);
    return magnitude >= samplesPerSecond / FASTEST_MPS
        && magnitude <= samplesPerSecond / SLOWEST_MPS;
  }

  private Guess judge(
      Detector reference,
      double slowness,
      List<Detector> heard,
      List<List<Pulse>> pulses,
      Pulse here) {
    List<Pulse> axles = pulses.get(reference.index());
    int count = untilGap(axles, Math.abs(slowness) * longestSpacingM);
    double pace = Math.abs(slowness);
    double cost = 0;
    for (Detector detector : heard) {
      double shift = (detector.atM() - reference.atM()) * slowness;
      double[] expected = new double[count];
      for (int i = 0; i < count; i++) {
        expected[i] = axles.get(i).centre() + shift;
      }
      List<Pulse> heardThere = pulses.get(detector.index());
      int run = untilGap(heardThere, pace * longestSpacingM);
      double[] observed = heardThere.stream().limit(run).mapToDouble(Pulse::centre).toArray();
      Alignment alignment = Alignment.of(expected, observed, TOLERANCE_M * pace);
      boolean nothingFits = Arrays.stream(alignment.partner()).allMatch(partner -> partner < 0);
      // A motorcycle rolls over one side; what the other side felt is another vehicle then.
      boolean otherSide = detector.half().side() != reference.half().side();
      cost += otherSide && nothingFits ? OTHER_SIDE * count : alignment.cost();
    }
    return new Guess(
        reference,
        slowness,
        count,
        cost / (count * Math.max(1, heard.size() - 1)) + doubt(reference, slowness, here));
  }

  private static double doubt(Detector reference, double slowness, Pulse here) {
    double foot = here.footWidth() / Math.abs(slowness) - reference.line().widthM();
    double doubt = foot < SHORTEST_FOOT_M || foot > LONGEST_FOOT_M ? FOOT_DOUBT : 0;
    return doubt + (slowness < 0 ? WRONG_WAY_DOUBT : 0);
  }

  /** The same for those axles at the front behind which another vehicle may begin. */
  private Guess judgeFront(
      Detector reference,
      double slowness,
      List<Detector> heard,
      List<List<Pulse>> pulses,
      Pulse here) {
    List<Pulse> axles = pulses.get(reference.index());
    double pace = Math.abs(slowness);
    int all = untilGap(axles, pace * longestSpacingM);
    Guess best = new Guess(reference, slowness, all, Double.POSITIVE_INFINITY);
    for (int count = all - 1; count > 1; count--) { // one alone would fit any speed
      if (axles.get(count).centre() - axles.get(count - 1).centre() < pace * ANOTHER_VEHICLE_M) {
        continue;
      }
      double cost = doubt(reference, slowness, here);
      int lines = 0;
      for (Detector detector : heard) {
        double shift = (detector.atM() - reference.atM()) * slowness;
        double until = axles.get(count - 1).centre() + shift + ANOTHER_VEHICLE_M / 2 * pace;
        double[] expected = new double[count];
        for (int i = 0; i < count; i++) {
          expected[i] = axles.get(i).centre() + shift;
        }
        double[] observed =
            pulses.get(detector.index()).stream()
                .mapToDouble(Pulse::centre)
                .filter(centre -> centre <= until)
                .toArray();
        if (observed.length > 0 || detector.half().side() == reference.half().side()) {
          cost += Alignment.of(expected, observed, TOLERANCE_M * pace).cost() / count;
          lines++;
        }
      }
      if (lines > 1 && cost / (lines - 1) < best.cost - ALIKE) { // the most that fit
        best = new Guess(reference, slowness, count, cost / (lines - 1));
      }
    }
    return best;
  }

  /** How many pulses come before the first gap longer than {@code longest}. */
  static int untilGap(List<Pulse> pulses, double longest) {
    int count = 1;
    while (count < pulses.size()
        && pulses.get(count).centre() - pulses.get(count - 1).centre() <= longest) {
      count++;
    }
    return count;
  }
}
