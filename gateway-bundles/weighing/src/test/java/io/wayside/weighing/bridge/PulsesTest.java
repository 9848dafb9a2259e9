// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PulsesTest {

  private static List<Double> pulses(AxleDetector detector, DoubleUnaryOperator signal) {
    Pulses pulses = new Pulses(detector);
    List<Double> found = new ArrayList<>();
    for (int i = 0; i < 512 * 20; i++) {
      pulses.take(i / 512.0, signal.applyAsDouble(i / 512.0)).ifPresent(found::add);
    }
    return found;
  }

  private static double bell(double t, double at, double width) {
    return Math.exp(-Math.pow((t - at) / width, 2) / 2);
  }

  @Test
  void timesArePreciseBelowASample() {
    AxleDetector detector = new AxleDetector("d", 0, 0.3, 0);
    List<Double> found =
        pulses(
            detector, t -> 2 + 0.02 * t + bell(t, 5.00071, 0.006) + 0.8 * bell(t, 5.0653, 0.006));
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isCloseTo(5.00071, within(0.0003));
    assertThat(found.get(1)).isCloseTo(5.0653, within(0.0003));
  }

  @Test
  void noiseAndAStandingLevelAreNoAxles() {
    Random random = new Random(1);
    AxleDetector detector = new AxleDetector("d", 0, 0.3, 0);
    assertThat(pulses(detector, t -> 0.05 * random.nextGaussian())).isEmpty();
    assertThat(pulses(detector, t -> t > 8 ? 1 : 0)).isEmpty();
  }

  @Test
  void withoutDetectorsOnTheRoadTheSharpPartOfTheStrainTellsTheAxles() {
    AxleDetector detector = new AxleDetector("s", 0, 0.3, 0.2);
    List<Double> found =
        pulses(
            detector,
            t -> 20 * bell(t, 6, 0.5) + 2 * bell(t, 5.9, 0.012) + 2 * bell(t, 6.1, 0.012));
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isCloseTo(5.9, within(0.004));
    assertThat(found.get(1)).isCloseTo(6.1, within(0.004));
  }

  @Test
  void axlesAreMatchedInOrderAndWhatIsMissingIsFlagged() throws GarbledData {
    AxleMatching matching = new AxleMatching(Crossings.instrument());
    List<Double> first = List.of(1.0, 1.2, 1.265, 9.0, 9.2);
    List<Double> last = List.of(1.2, 1.4, 1.465, 9.16, 9.36);
    List<BridgeAxle> axles = matching.axles(first, last);
    assertThat(axles).hasSize(5);
    assertThat(axles).allSatisfy(axle -> assertThat(axle.flags()).isEqualTo(Flags.NONE));
    assertThat(axles.get(0).speedMps()).isCloseTo(20, within(1e-6));
    assertThat(axles.get(0).originS()).isCloseTo(1.2, within(1e-6));
    assertThat(axles.get(4).speedMps()).isCloseTo(25, within(1e-6));

    List<BridgeAxle> missing = matching.axles(first, List.of(1.2, 1.465, 9.16, 9.36));
    assertThat(missing).hasSize(5);
    assertThat(missing.get(1).flags()).isEqualTo(Flags.of(MotionFlags.MISSING_AXLE));
    List<BridgeAxle> ghost = matching.axles(List.of(1.0, 1.265), List.of(1.2, 1.33, 1.465));
    assertThat(ghost).hasSize(3);
    assertThat(ghost.get(1).flags()).isEqualTo(Flags.of(MotionFlags.GHOST_AXLE));
    assertThat(matching.axles(List.of(1.0), List.of())).isEmpty();
  }
}
