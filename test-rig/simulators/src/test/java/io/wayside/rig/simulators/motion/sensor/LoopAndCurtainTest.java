// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.ContactEdge;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenes;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.traffic.Fleet;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Presence: loops with their ramps, curtains with their edges. */
class LoopAndCurtainTest {
  private static final Vehicle TRUCK = Scenes.truck(0.25, Pressure.FLATTENED);
  private static final InductiveLoop LOOP =
      new InductiveLoop("loop", 0, 2, 2, 0.1, Electronics.ideal(1));
  private static final LightCurtain CURTAIN = new LightCurtain("curtain", 3, 3.5);

  private static MotionScene scene(Sensor sensor, Arrival... arrivals) {
    return Scenes.scene(Scenes.site(RoadSpec.SMOOTH, sensor), arrivals);
  }

  private static Arrival beside(double lateralM) {
    return new Arrival(TRUCK, Drive.steady(2, 0, 10), lateralM, "steady", false);
  }

  private static double most(double[] samples) {
    return Arrays.stream(samples).max().orElseThrow();
  }

  @Test
  void presenceRisesAndFallsWithoutAStep() {
    double[] presence = scene(LOOP, beside(0)).next(40_000)[0];
    // 0.6 over 2.7 m at 10 m/s: no faster than 1.5 times the mean slope
    double steepest = 1.5 * 0.6 / 2.7 * 10 / Scenes.RATE_HZ;
    for (int i = 1; i < presence.length; i++) {
      assertThat(Math.abs(presence[i] - presence[i - 1])).isLessThan(steepest * 1.01);
    }
  }

  @Test
  void aVehicleHalfBesideTheLoopIsSeenLess() {
    double full = most(scene(LOOP, beside(0)).next(40_000)[0]);
    double half = most(scene(LOOP, beside(1.225)).next(40_000)[0]);
    double none = most(scene(LOOP, beside(3)).next(40_000)[0]);
    assertThat(half).isCloseTo(full / 2, within(0.01));
    assertThat(none).isZero();
  }

  @Test
  void twoVehiclesCloseTogetherKeepTheLoopClosed() {
    // tail to nose 0.9 m: both are over the loop's field at once
    MotionScene close =
        scene(LOOP, Arrival.steady(TRUCK, 2, 0, 10), Arrival.steady(TRUCK, 2.9, 0, 10));
    close.next(50_000);
    assertThat(close.edges()).hasSize(2);
    MotionScene apart =
        scene(LOOP, Arrival.steady(TRUCK, 2, 0, 10), Arrival.steady(TRUCK, 3.7, 0, 10));
    apart.next(60_000);
    assertThat(apart.edges()).hasSize(4);
  }

  @Test
  void aDrawbarMakesADipThatDoesNotOpenTheLoop() {
    Vehicle trailer = Fleet.TRUCK_TRAILER.vehicle(1, 1);
    MotionScene scene = scene(LOOP, Arrival.steady(trailer, 2, 0, 10));
    double[] presence = scene.next(60_000)[0];
    double gap = trailer.drawbar().orElseThrow().fromM() + 1.5;
    // the gap's middle is above the loop's middle at 1 m
    double dip = presence[(int) ((2 + (1 + gap) / 10) * Scenes.RATE_HZ)];
    assertThat(dip).isBetween(0.15 * most(presence), 0.6 * most(presence));
    assertThat(scene.edges()).hasSize(2);
    assertThat(Fleet.SEMI_6.vehicle(1, 1).drawbar()).isEmpty();
    assertThat(TRUCK.drawbar()).isEmpty();
  }

  @Test
  void presenceNeverExceedsOne() {
    Arrival car = Arrival.steady(TRUCK, 2, 0, 10);
    double[] presence = scene(LOOP, car, car, car).next(40_000)[0];
    assertThat(most(presence)).isEqualTo(1);
  }

  @Test
  void aCurtainIsClosedFromNoseToTail() {
    MotionScene scene = scene(CURTAIN, beside(0));
    scene.next(40_000);
    List<ContactEdge> edges = scene.edges();
    assertThat(edges).extracting(ContactEdge::contact).containsOnly("curtain");
    assertThat(edges.get(0).timeS()).isCloseTo(2 + (3 - 1.3) / 10, within(0.0011));
    assertThat(edges.get(1).timeS()).isCloseTo(2 + (3 + 6.8) / 10, within(0.0011));
    assertThat(edges).extracting(ContactEdge::closed).containsExactly(true, false);
  }

  @Test
  void aVehicleOutsideThePostsDoesNotTouchTheCurtain() {
    MotionScene scene = scene(CURTAIN, beside(4));
    scene.next(40_000);
    assertThat(scene.edges()).isEmpty();
  }

  @Test
  void edgesBelongToTheSamplesTheyCameWith() {
    MotionScene scene = scene(CURTAIN, beside(0));
    int seen = 0;
    for (int i = 0; i < 400; i++) {
      scene.next(100);
      for (ContactEdge edge : scene.edges()) {
        assertThat(edge.timeS()).isBetween(i * 0.01, (i + 1) * 0.01);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(2);
  }
}
