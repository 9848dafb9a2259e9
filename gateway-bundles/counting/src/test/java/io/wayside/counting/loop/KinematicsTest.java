// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Speed and length against the equations of motion, solved here and nowhere else: a point reaches
 * place s at t = (sqrt(v² + 2as) - v) / a.
 */
class KinematicsTest {

  private static final long S = 1_000_000_000L;

  /** Both loops, and how a vehicle goes over them. */
  private record Case(
      double spacingM, double leadM, double trailM, double lengthM, double mps, double mps2) {

    double secondsTo(double metres) {
      double root = Math.sqrt(mps * mps + 2 * mps2 * metres);
      return 2 * metres / (mps + root);
    }

    double mpsAt(double seconds) {
      return mps + mps2 * seconds;
    }

    /** Front onto lead and trail, rear off lead and trail. */
    double[] times() {
      return new double[] {
        0, secondsTo(spacingM), secondsTo(leadM + lengthM), secondsTo(spacingM + trailM + lengthM)
      };
    }
  }

  private static Case any(Random random, double hardest) {
    double mps = (hardest > 0 ? 12 : 5) + 20 * random.nextDouble();
    double leadM = 1.5 + random.nextDouble();
    return new Case(
        3 + 2 * random.nextDouble(),
        leadM,
        leadM + 0.6 * (random.nextDouble() - 0.5),
        2 + 16 * random.nextDouble(),
        mps,
        hardest * (2 * random.nextDouble() - 1));
  }

  private static List<Edge> edges(Case one, double fromS, boolean forward) {
    double[] times = one.times();
    Port first = forward ? Port.LEAD : Port.TRAIL;
    List<Edge> edges = new ArrayList<>();
    edges.add(new Edge(first, nanos(fromS + times[0]), true));
    edges.add(new Edge(first.partner(), nanos(fromS + times[1]), true));
    edges.add(new Edge(first, nanos(fromS + times[2]), false));
    edges.add(new Edge(first.partner(), nanos(fromS + times[3]), false));
    edges.sort(Comparator.comparingLong(Edge::nanos));
    return edges;
  }

  /** Backwards the loops' far ends are met first. */
  private static TrapLayout layout(Case one, Port first) {
    return first == Port.LEAD
        ? new TrapLayout(one.spacingM(), one.leadM(), one.trailM(), List.of())
        : new TrapLayout(
            one.spacingM() - one.leadM() + one.trailM(), one.trailM(), one.leadM(), List.of());
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static Passage passage(Case one, List<Edge> edges) {
    Trap trap = new Trap(layout(one, edges.get(0).port()), LoopRules.usual(), Map.of());
    List<LoopEvent> events = new ArrayList<>();
    edges.forEach(edge -> events.addAll(trap.edge(edge)));
    events.addAll(trap.advance(edges.get(edges.size() - 1).nanos() + 30 * S));
    List<Passage> passages = Lane.passages(events);
    assertThat(passages).as("%s", one).hasSize(1);
    return passages.get(0);
  }

  @Test
  void atAnEvenSpeedSpeedAndLengthAreThoseOfTheVehicle() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      Case one = any(random, 0);
      Passage told = passage(one, edges(one, 10, true));
      assertThat(told.speedMps().orElseThrow()).isCloseTo(one.mps(), within(1e-5 * one.mps()));
      assertThat(told.lengthM().orElseThrow()).isCloseTo(one.lengthM(), within(1e-3));
      assertThat(told.direction()).isEqualTo(Direction.FORWARD);
      assertThat(told.doubtful()).isFalse();
    }
  }

  /** Brakes and accelerators of everyday traffic: 2 m/s² for as long as it is over the loops. */
  @Test
  void atAnEvenAccelerationTheLengthStaysRightAndTheSpeedIsOneItHadThere() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      Case one = any(random, 2);
      Passage told = passage(one, edges(one, 10, true));
      double last = one.mpsAt(one.times()[3]);
      double least = Math.min(one.mps(), last);
      double most = Math.max(one.mps(), last);
      assertThat(told.speedMps().orElseThrow()).isBetween(least, most);
      assertThat(told.lengthM().orElseThrow())
          .isCloseTo(one.lengthM(), within(0.02 * one.lengthM()));
    }
  }

  @Test
  void backwardsEverythingIsTheSameButTheDirection() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      Case one = any(random, 0);
      Passage told = passage(one, edges(one, 10, false));
      assertThat(told.direction()).isEqualTo(Direction.BACKWARD);
      assertThat(told.flags().has(LoopFlags.WRONG_WAY)).isTrue();
      assertThat(told.speedMps().orElseThrow()).isCloseTo(one.mps(), within(1e-5 * one.mps()));
    }
  }

  @Test
  void whenItHappensChangesNothing() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      Case one = any(random, 1.5);
      Passage early = passage(one, edges(one, 10, true));
      Passage late = passage(one, edges(one, 4_000_000, true)); // six weeks after the start
      assertThat(late.speedMps().orElse(-1)).isCloseTo(early.speedMps().orElse(-1), within(1e-6));
      assertThat(late.lengthM().orElse(-1)).isCloseTo(early.lengthM().orElse(-1), within(1e-6));
      assertThat(late.flags()).isEqualTo(early.flags());
    }
  }

  /** Half as fast over the same road: the same length, half the speed. */
  @Test
  void timeStretchedByAFactorDividesTheSpeedAndLeavesTheLength() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      Case one = any(random, 0);
      Case half =
          new Case(one.spacingM(), one.leadM(), one.trailM(), one.lengthM(), one.mps() / 2, 0);
      Passage fast = passage(one, edges(one, 10, true));
      Passage slow = passage(half, edges(half, 10, true));
      assertThat(slow.speedMps().orElseThrow() * 2)
          .isCloseTo(fast.speedMps().orElseThrow(), within(1e-4 * one.mps()));
      assertThat(slow.lengthM().orElseThrow())
          .isCloseTo(fast.lengthM().orElseThrow(), within(2e-3));
    }
  }

  /** An error in one edge of dt moves the speed by v dt / spacing, half of it for one of two. */
  @Test
  void anErrorOfOneEdgeMovesTheSpeedByWhatThePhysicsSays() {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      Case one = any(random, 0);
      List<Edge> edges = new ArrayList<>(edges(one, 10, true));
      Edge first = edges.get(0);
      double late = 0.002;
      edges.set(0, new Edge(first.port(), first.nanos() + nanos(late), true));
      double travel = one.spacingM() / one.mps();
      if (travel < 4 * late) {
        continue;
      }
      double front = one.spacingM() / (travel - late);
      assertThat(passage(one, edges).speedMps().orElseThrow())
          .isCloseTo((front + one.mps()) / 2, within(1e-4 * one.mps()));
    }
  }

  @Test
  void motionIsExactForEvenAccelerationAtItsTwoMoments() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Case one = any(random, 1);
      double[] times = one.times();
      Motion motion =
          Motion.of(
              new Pulse(nanos(times[0]), nanos(times[2]), false),
              new Pulse(nanos(times[1]), nanos(times[3]), false),
              one.spacingM(),
              one.spacingM() + one.trailM() - one.leadM());
      // The mean speed over a stretch is the speed at the middle of its time.
      double middle = (times[0] + times[1]) / 2;
      assertThat(motion.frontMps()).isCloseTo(one.mpsAt(middle), within(1e-4));
      assertThat(motion.mpsAt(motion.frontNanos())).isCloseTo(motion.frontMps(), within(1e-9));
      assertThat(motion.mpsAt(motion.rearNanos())).isCloseTo(motion.rearMps(), within(1e-9));
      assertThat(motion.change())
          .isCloseTo(Math.abs(Math.log(motion.frontMps() / motion.rearMps())), within(1e-12));
    }
  }
}
