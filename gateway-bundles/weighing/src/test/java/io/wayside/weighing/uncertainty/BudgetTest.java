// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 20",
    "10000, 10, 20",
    "10020, 20, 40",
    "40000, 20, 40",
    "40020, 30, 60",
    "-500, 10, 20"
  })
  void permissibleErrorRisesInStepsOfHalfAnInterval(
      double loadKg, double verifiedKg, double inServiceKg) {
    assertThat(new PermissibleError(20, false).atKg(loadKg)).isEqualTo(verifiedKg);
    assertThat(new PermissibleError(20, true).atKg(loadKg)).isEqualTo(inServiceKg);
  }

  @Test
  void anAxleAddsItsPartsAsSquares() {
    Budget budget = new Budget(new PermissibleError(20, true), 10);
    AxleUncertainty axle = budget.axle(6000, 20, 4, 0, 0);
    // worked by hand: 20/sqrt12 5.774, 4, 10, 20/sqrt3 11.547, 5/sqrt3 2.887
    assertThat(axle.expandedKg())
        .isEqualTo(2 * Math.sqrt(33.33 + 16 + 100 + 133.33 + 8.33), within(0.01));
  }

  @Test
  void aZeroThatIsOffAndPlateausThatDisagreeWidenTheDoubt() {
    Budget budget = new Budget(new PermissibleError(20, true), 10);
    double plain = budget.axle(6000, 20, 0, 0, 0).expandedKg();
    assertThat(budget.axle(6000, 20, 0, 0, -80).expandedKg()).isGreaterThan(plain + 60);
    assertThat(budget.axle(6000, 20, 0, 3000, 0).expandedKg()).isGreaterThan(3000);
  }

  @Test
  void theGrossAddsCorrelatedPartsAsTheyAreAndIndependentPartsAsSquares() {
    AxleUncertainty independent = new AxleUncertainty(3, 0, 4, 0, 0, 0);
    AxleUncertainty correlated = new AxleUncertainty(0, 0, 0, 0, 3, 4);
    assertThat(Budget.grossExpandedKg(List.of(independent, independent, independent, independent)))
        .isEqualTo(2 * 5 * 2, within(1e-9)); // root of four
    assertThat(Budget.grossExpandedKg(List.of(correlated, correlated, correlated, correlated)))
        .isEqualTo(2 * 5 * 4, within(1e-9)); // four times
    assertThat(Budget.grossExpandedKg(List.of())).isZero();
  }

  /** Draws errors as the model says they arise and looks how far the sum strays. */
  @Test
  void aMonteCarloOfTheSameModelStraysAsFarAsTheFormulaSays() {
    Budget budget = new Budget(new PermissibleError(20, true), 10);
    double[] loads = {6000, 9500, 9500, 7000, 7100};
    List<AxleUncertainty> axles =
        java.util.Arrays.stream(loads).mapToObj(kg -> budget.axle(kg, 20, 0, 0, 0)).toList();
    Random random = new Random(20);
    double squares = 0;
    int runs = 200_000;
    for (int run = 0; run < runs; run++) {
      double curve = 2 * random.nextDouble() - 1; // the same curve for all axles
      double zero = 2 * random.nextDouble() - 1;
      double error = 0;
      for (double kg : loads) {
        error += curve * budget.error().atKg(kg) + zero * 5;
        error += 20 * (random.nextDouble() - 0.5) + 10 * random.nextGaussian();
      }
      squares += error * error;
    }
    double found = 2 * Math.sqrt(squares / runs);
    assertThat(Budget.grossExpandedKg(axles)).isEqualTo(found, within(0.01 * found));
  }
}
