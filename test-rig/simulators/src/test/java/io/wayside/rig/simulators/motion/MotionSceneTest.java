// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MotionSceneTest {
  private static final double SECONDS = 30;

  /** What a scene gave: samples of each channel, contacts, truth. */
  private record Played(
      List<double[]> channels, List<ContactEdge> edges, List<TrueVehicle> truth) {}

  static List<String> names() {
    return Scenarios.names();
  }

  private static Played play(MotionScene scene, int... pieces) {
    int total = (int) (SECONDS * scene.rateHz());
    int channels = scene.channels().size();
    List<double[]> all = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      all.add(new double[total]);
    }
    List<ContactEdge> edges = new ArrayList<>();
    int at = 0;
    for (int piece = 0; at < total; piece++) {
      int count = Math.min(pieces[piece % pieces.length], total - at);
      double[][] next = scene.next(count);
      for (int c = 0; c < channels; c++) {
        System.arraycopy(next[c], 0, all.get(c), at, count);
      }
      edges.addAll(scene.edges());
      at += count;
    }
    return new Played(all, edges, scene.truth());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameSeedGivesTheSameHoweverTheStreamIsCut(String name) {
    Played whole = play(Scenarios.named(name).scene(42), (int) (SECONDS * 10_000));
    Played cut = play(Scenarios.named(name).scene(42), 1, 977, 13, 5000, 333);

    for (int c = 0; c < whole.channels.size(); c++) {
      assertThat(Arrays.equals(cut.channels.get(c), whole.channels.get(c))).isTrue();
    }
    assertThat(cut.edges).isEqualTo(whole.edges);
    assertThat(cut.truth).isEqualTo(whole.truth);
    assertThat(whole.truth).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void anotherSeedGivesOtherVehiclesAndNoise(String name) {
    Played one = play(Scenarios.named(name).scene(1), 10_000);
    Played other = play(Scenarios.named(name).scene(2), 10_000);
    assertThat(one.truth).isNotEqualTo(other.truth);
    assertThat(one.channels.get(0)).isNotEqualTo(other.channels.get(0));
  }

  @Test
  void twoVehiclesOnOneStripAddUp() {
    StripLine line = StripLine.halves("q", 5, 0.6, Electronics.ideal(1));
    MotionSite site = Scenes.site(RoadSpec.SITE_CLASS_I, line);
    var truck = Scenes.truck(0.25, Pressure.PARABOLIC);
    Arrival one = Arrival.steady(truck, 2, 0, 15);
    Arrival other = Arrival.steady(truck, 2.01, 0, 15);
    double[] both = Scenes.scene(site, one, other).next(40_000)[0];
    double[] first = Scenes.scene(site, one).next(40_000)[0];
    double[] second = Scenes.scene(site, other).next(40_000)[0];
    for (int i = 0; i < both.length; i++) {
      assertThat(both[i]).isCloseTo(first[i] + second[i], within(1e-9));
    }
    assertThat(Scenes.sum(both)).isPositive();
  }

  @Test
  void theTruthSaysWhenEachAxleCrossedEachLine() {
    StripLine a = StripLine.halves("a", 0, 0.05, Electronics.ideal(1));
    StripLine b = StripLine.halves("b", 4, 0.05, Electronics.ideal(1));
    MotionScene scene =
        Scenes.scene(
            Scenes.site(RoadSpec.SMOOTH, a, b),
            Arrival.steady(Scenes.truck(0.2, Pressure.PARABOLIC), 1, 0, 20));
    double[][] samples = scene.next(20_000);
    TrueVehicle vehicle = scene.truth().get(0);

    assertThat(vehicle.referenceS()).isEqualTo(1);
    assertThat(vehicle.speedMps()).isEqualTo(20);
    assertThat(vehicle.meanSpeedMps()).isCloseTo(20, within(1e-9));
    assertThat(vehicle.spacingsM()).containsExactly(4.8);
    assertThat(vehicle.axles().get(1).lineTimesS().get(1)).isCloseTo(1.44, within(1e-9));
    assertThat(middle(samples[0], 0, 10_700)).isCloseTo(10_000, within(1.0));
    assertThat(middle(samples[0], 11_500, 14_000)).isCloseTo(12_400, within(1.0));
    assertThat(middle(samples[2], 13_500, 16_000)).isCloseTo(14_400, within(1.0));
    assertThat(vehicle.grossN()).isCloseTo(15_000 * 9.80665, within(1e-6));
  }

  private static double middle(double[] samples, int from, int to) {
    double moment = 0;
    double sum = 0;
    for (int i = from; i < to; i++) {
      moment += i * samples[i];
      sum += samples[i];
    }
    return moment / sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 20})
  void aLoopIsClosedWhileTheVehicleIsOverIt(double speedMps) {
    InductiveLoop loop = new InductiveLoop("loop", 0, 2, 2, 0.1, Electronics.ideal(1));
    MotionScene scene =
        Scenes.scene(
            Scenes.site(RoadSpec.SMOOTH, loop),
            Arrival.steady(Scenes.truck(0.2, Pressure.PARABOLIC), 6, 0, speedMps));
    double[] presence = scene.next(150_000)[0];
    List<ContactEdge> edges = scene.edges();

    assertThat(edges).extracting(ContactEdge::closed).containsExactly(true, false);
    // nose 1.3 m ahead of the first axle, tail 2.0 m behind the last, loop of 2 m with a fringe
    double covered = (edges.get(1).timeS() - edges.get(0).timeS()) * speedMps;
    assertThat(covered).isBetween(1.3 + 4.8 + 2.0 + 0.8, 1.3 + 4.8 + 2.0 + 2 + 0.7);
    assertThat(Arrays.stream(presence).max().orElseThrow()).isCloseTo(0.6, within(1e-6));
    assertThat(presence[0]).isZero();
    assertThat(presence[presence.length - 1]).isZero();
  }

  @Test
  void truthTakenAwayIsForgotten() {
    MotionScene scene = Scenarios.named("tailgating").scene(3);
    scene.next(200_000);
    int count = scene.takeTruth().size();
    assertThat(count).isPositive();
    assertThat(scene.truth()).isEmpty();
    scene.next(200_000);
    assertThat(scene.truth().get(0).number()).isEqualTo(count + 1L);
  }

  @Test
  void aChannelThatIsNotThereIsNamed() {
    MotionScene scene = Scenarios.named("two-lines-class-i").scene(1);
    assertThatThrownBy(() -> scene.trueGain("line.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line.9")
        .hasMessageContaining("line.1.left");
    assertThatThrownBy(() -> scene.newtonsPerUnitMetre("loop.in")).hasMessageContaining("loop.in");
  }

  @Test
  void twoChannelsOfOneNameAreRefused() {
    StripLine line = StripLine.halves("q", 0, 0.05, Electronics.ideal(1));
    assertThatThrownBy(() -> Scenes.site(RoadSpec.SMOOTH, line, line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("q.left");
  }
}
