// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.weighing.strips.LoadFusion.Fused;
import io.wayside.weighing.strips.StripRules.Fusion;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class LoadFusionTest {

  private static final double[] FOUR = {0, 0.15, 0.30, 0.45};
  private static final double[] EIGHT = {0, 0.07, 0.14, 0.2, 0.27, 0.35, 0.41, 0.5};

  @Test
  void linesThatAgreeGiveWhatTheySay() {
    for (Fusion how : Fusion.values()) {
      for (int n : new int[] {1, 2, 3, 4, 8}) {
        double[] loads = new double[n];
        Arrays.fill(loads, 50_000);
        double[] seconds = Arrays.copyOf(EIGHT, n);
        assertThat(LoadFusion.fuse(how, seconds, loads, 0.05).load())
            .as(how + " of " + n)
            .isCloseTo(50_000, within(1e-3));
      }
    }
  }

  @Test
  void sinesTakeOutASine() {
    double[] loads = new double[8];
    for (int i = 0; i < loads.length; i++) {
      double t = EIGHT[i];
      loads[i] =
          80_000 * (1 + 0.1 * Math.sin(2 * Math.PI * 2.3 * t + 0.7) + 0.03 * Math.cos(60 * t));
    }
    assertThat(LoadFusion.sines(EIGHT, loads)).isCloseTo(80_000, within(800.0));
    assertThat(LoadFusion.fuse(Fusion.MEAN, EIGHT, loads, 0.05).load())
        .isNotCloseTo(80_000, within(800.0));
  }

  @Test
  void theMedianForgetsALineThatIsFarOut() {
    assertThat(LoadFusion.median(new double[] {100, 101, 99, 100, 300})).isEqualTo(100);
  }

  @Test
  void aLineFarOutIsWeighedDownAndNamed() {
    double[] loads = {50_000, 50_500, 49_700, 90_000};
    Fused fused = LoadFusion.spectral(FOUR, loads, 0.03);
    assertThat(fused.outliers()).isEqualTo(1);
    assertThat(fused.load()).isBetween(49_000.0, 56_000.0);
    assertThat(LoadFusion.spectral(FOUR, new double[] {50_000, 50_500, 49_700, 51_000}, 0.03))
        .extracting(Fused::outliers)
        .isEqualTo(0);
  }

  /** Disturbances drawn from the very model: error and scatter must be what is claimed. */
  @Test
  void itsDeviationIsTheOneItClaims() {
    Random random = new Random(5);
    RealMatrix correlation = MatrixUtils.createRealMatrix(DynamicModel.correlation(FOUR));
    RealMatrix root = new org.apache.commons.math3.linear.CholeskyDecomposition(correlation).getL();
    double squares = 0;
    double scatter = 0;
    double factor = 0;
    double meanSquares = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      double[] drawn = root.operate(random.doubles(4).map(u -> random.nextGaussian()).toArray());
      double[] loads = Arrays.stream(drawn).map(d -> 1000 * (1 + 0.02 * d)).toArray();
      Fused fused = LoadFusion.spectral(FOUR, loads, 0.02);
      factor = fused.factor();
      squares += Math.pow(fused.load() / 1000 - 1, 2);
      meanSquares += Math.pow(Arrays.stream(loads).average().orElseThrow() / 1000 - 1, 2);
      scatter += fused.scatter() / fused.freedom();
    }
    assertThat(Math.sqrt(squares / rounds) / 0.02).isCloseTo(factor, within(0.03));
    assertThat(Math.sqrt(scatter / rounds)).isCloseTo(0.02, within(0.001));
    assertThat(squares).isLessThanOrEqualTo(meanSquares);
  }

  @Test
  void correlationsAreThoseOfADisturbance() {
    double[][] matrix = DynamicModel.correlation(EIGHT);
    for (int i = 0; i < 8; i++) {
      assertThat(matrix[i][i]).isCloseTo(1, within(1e-12));
      for (int j = 0; j < 8; j++) {
        assertThat(matrix[i][j]).isEqualTo(matrix[j][i]).isBetween(-1.0, 1.0);
      }
    }
  }

  @Test
  void fasterAndLighterMovesMore() {
    assertThat(DynamicModel.share(0.05, 80 / 3.6, 80_000)).isCloseTo(0.05, within(1e-9));
    assertThat(DynamicModel.share(0.05, 10, 80_000)).isLessThan(0.03);
    assertThat(DynamicModel.share(0.05, 22, 10_000)).isGreaterThan(0.1);
  }
}
