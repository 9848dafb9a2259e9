// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The speed of wheels that are on the platform, from where their load's centre is. */
class RollingTest {

  private static final double DT = 0.005;
  private static final double LENGTH_M = 3;

  private final PlatformInstrument instrument;

  RollingTest() throws GarbledData {
    instrument = Platforms.corners("");
  }

  /** One axle whose place on the platform is told by time; its load, too. */
  private static LoadSignal signal(DoubleUnaryOperator placeM, DoubleUnaryOperator loadN) {
    int n = 1200;
    double[] total = new double[n];
    double[] rear = new double[n];
    for (int i = 0; i < n; i++) {
      double x = placeM.applyAsDouble(i * DT);
      total[i] = x > 0 && x < LENGTH_M ? loadN.applyAsDouble(i * DT) : 0;
      rear[i] = total[i] * x / LENGTH_M;
    }
    return new LoadSignal(total, rear, DT);
  }

  private static Footing footing(double onS, double offS) {
    return new Footing(onS, offS, 60_000, 0.1, 0.1, true);
  }

  @Test
  void steadySpeedIsToldWhateverTheLoadAndThePlatformDo() {
    for (double mps : new double[] {0.9, 1.7, 2.7}) {
      double off = 1 + LENGTH_M / mps;
      LoadSignal signal =
          signal(
              t -> mps * (t - 1),
              t ->
                  60_000
                      * (1
                          + 0.05 * Math.sin(12 * t)
                          + 0.03 * Math.exp(-6 * (t - 1)) * Math.sin(2 * Math.PI * 18 * t)));
      Rolling rolling = Rolling.of(instrument, List.of(footing(1, off)), signal);
      assertThat(rolling.pieces()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rolling.pieces())
          .allSatisfy(piece -> assertThat(piece.speedMps()).isCloseTo(mps, within(0.002 * mps)));
      assertThat(rolling.hardestMps2()).isLessThan(0.02);
    }
  }

  @Test
  void brakingIsToldWhereItHappens() {
    // 2 m/s until 1.8 s, then 1 m/s2 for 0.4 s, then 1.6 m/s
    DoubleUnaryOperator place =
        t -> {
          double braking = Math.max(0, Math.min(0.4, t - 1.8));
          return 2 * (t - 1) - braking * braking / 2 - 0.4 * Math.max(0, t - 2.2);
        };
    Rolling rolling = Rolling.of(instrument, List.of(footing(1, 2.67)), signal(place, t -> 50_000));
    assertThat(rolling.changeMps()).isCloseTo(0.4, within(0.03));
    assertThat(rolling.hardestMps2()).isBetween(0.7, 1.05);
    assertThat(rolling.accelerationMps2()).hasValueSatisfying(a -> assertThat(a).isNegative());
  }

  @Test
  void nothingIsSaidWhileSeveralAxlesAreThere() {
    LoadSignal signal = signal(t -> 2 * (t - 1), t -> 60_000);
    List<Footing> axles = List.of(footing(1, 2.5), footing(1.05, 2.45));
    assertThat(Rolling.of(instrument, axles, signal).pieces()).isEmpty();
  }

  @Test
  void nothingIsSaidWhereCellsTellNoEnds() {
    LoadSignal signal =
        new LoadSignal(signal(t -> 2 * (t - 1), t -> 60_000).total(), new double[0], DT);
    Rolling rolling = Rolling.of(instrument, List.of(footing(1, 2.5)), signal);
    assertThat(rolling.pieces()).isEmpty();
    assertThat(rolling.changeMps()).isZero();
    assertThat(rolling.hardestMps2()).isZero();
    assertThat(rolling.accelerationMps2()).isEmpty();
  }

  @Test
  void aVehicleIsJudgedByItsOwnTimeAlone() {
    Rolling rolling = new Rolling(List.of(new Rolling.Piece(1, 2.0), new Rolling.Piece(9, 1.0)));
    assertThat(rolling.changeMps()).isEqualTo(1);
    assertThat(rolling.during(0, 5).changeMps()).isZero();
  }

  @Test
  void aRunningMeanIsThatOfItsPointsSharesOfThemIncluded() {
    Random random = new Random(5);
    double[] signal = random.doubles(40, -1, 1).toArray();
    RunningMean mean = new RunningMean(signal, 4);
    for (int i = 2; i < 37; i++) {
      double expected =
          (signal[i - 2] / 2 + signal[i - 1] + signal[i] + signal[i + 1] + signal[i + 2] / 2) / 4;
      assertThat(mean.at(i)).isCloseTo(expected, within(1e-12));
    }
    assertThat(mean.at(0)).isCloseTo((signal[0] + signal[1] + signal[2] / 2) / 2.5, within(1e-12));
  }
}
