// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.weighing.accuracy.Conditions.Environment;
import io.wayside.weighing.accuracy.Conditions.Plan;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of COST 323 against published figures and against integration by hand. */
class ConfidenceTest {

  private static double demanded(int n, Environment environment, Plan plan) {
    return Confidence.demanded(new Sample(n, 0, 1), new Conditions(environment, plan, false));
  }

  /** The specification prints tenths, its factors have three digits. */
  private static final Offset<Double> TABLE = within(0.12);

  /** The table of the specification: n, then r1 r2 R1 R2 of one environment. */
  @ParameterizedTest
  @CsvSource({
    "I,10,95.0,90.0,85.0,80.0",
    "I,20,97.2,94.1,90.8,87.4",
    "I,30,97.9,95.3,92.5,89.6",
    "I,60,98.4,96.4,94.2,91.8",
    "I,120,98.7,97.1,95.2,93.1",
    "I,1000000000,99.2,98.2,97.0,95.4",
    "II,10,93.3,87.5,81.9,76.6",
    "II,20,96.2,92.5,88.7,84.9",
    "II,30,97.0,93.9,90.7,87.4",
    "II,60,97.8,95.3,92.7,90.0",
    "II,120,98.2,96.1,93.9,91.5",
    "II,1000000000,98.9,97.5,96.0,94.3",
    "III,10,91.4,84.7,78.6,73.0",
    "III,20,95.0,90.7,86.4,82.3",
    "III,30,96.0,92.4,88.7,85.1",
    "III,60,97.0,94.1,91.1,88.1",
    "III,120,97.6,95.1,92.5,89.8",
    "III,1000000000,98.5,96.8,95.0,93.1"
  })
  void theConfidenceDemandedIsThatOfTheTable(
      Environment environment, int n, double r1, double r2, double bigR1, double bigR2) {
    assertThat(demanded(n, environment, Plan.r1)).isCloseTo(r1, TABLE);
    assertThat(demanded(n, environment, Plan.r2)).isCloseTo(r2, TABLE);
    assertThat(demanded(n, environment, Plan.R1)).isCloseTo(bigR1, TABLE);
    assertThat(demanded(n, environment, Plan.R2)).isCloseTo(bigR2, TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "27,0.5,2.07,92.1,4.70",
    "18,-0.09,5.39,90.3,12.15",
    "9,-0.45,0.52,83.4,1.41",
    "18,0,0.30,90.3,0.68"
  })
  void theSmallestToleranceIsThePublishedOne(
      int n, double mean, double deviation, double demanded, double expected) {
    assertThat(Confidence.smallestTolerance(new Sample(n, mean, deviation), demanded))
        .isCloseTo(expected, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "15,1.382,3.428,10,95.734",
    "30,0.600,7.462,20,97.119",
    "45,2.731,5.830,20,99.419",
  })
  void theConfidenceReachedIsThePublishedOne(
      int n, double mean, double deviation, double tolerance, double expected) {
    assertThat(Confidence.reached(new Sample(n, mean, deviation), tolerance))
        .isCloseTo(expected, within(0.0005));
  }

  /** Scans upward in small steps, with a distribution integrated here. */
  private static double scanned(Sample sample, double demanded) {
    StudentByHand student = new StudentByHand(sample.n() - 1);
    double reach = student.quantile(0.975) / Math.sqrt(sample.n());
    double step = sample.deviation() / 200;
    for (double tolerance = step; ; tolerance += step) {
      double m = sample.mean();
      double s = sample.deviation();
      double outside =
          (1 - student.below((tolerance - m) / s - reach))
              + (1 - student.below((tolerance + m) / s - reach));
      if (100 * (1 - outside) >= demanded) {
        return tolerance;
      }
    }
  }

  @Test
  void theSmallestToleranceIsWhereAScanWithAnIntegrationByHandEnds() {
    Random random = new Random(323);
    for (int i = 0; i < 12; i++) {
      Sample sample =
          new Sample(
              4 + random.nextInt(60), 6 * random.nextDouble() - 3, 0.2 + 5 * random.nextDouble());
      double demanded = 70 + 25 * random.nextDouble();
      assertThat(Confidence.smallestTolerance(sample, demanded))
          .as("%s at %s", sample, demanded)
          .isCloseTo(scanned(sample, demanded), within(sample.deviation() / 200 + 1e-6));
    }
  }

  @Test
  void theConfidenceDemandedAgreesWithAnIntegrationByHand() {
    for (int n = 3; n < 90; n += 7) {
      double reach = new StudentByHand(n - 1).quantile(0.975) / Math.sqrt(n);
      double expected = 100 * (2 * StudentByHand.normalBelow(2.36 / 1.05 - reach) - 1);
      assertThat(demanded(n, Environment.II, Plan.r2)).isCloseTo(expected, within(1e-4));
    }
  }

  @Test
  void moreScatterOrMoreBiasNeverNeedsASmallerTolerance() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int n = 3 + random.nextInt(200);
      double mean = 5 * random.nextDouble();
      double deviation = 0.1 + 6 * random.nextDouble();
      double demanded = 50 + 49 * random.nextDouble();
      double tolerance = Confidence.smallestTolerance(new Sample(n, mean, deviation), demanded);
      assertThat(Confidence.smallestTolerance(new Sample(n, mean, 1.1 * deviation), demanded))
          .isGreaterThan(tolerance);
      assertThat(Confidence.smallestTolerance(new Sample(n, mean + 0.1, deviation), demanded))
          .isGreaterThanOrEqualTo(tolerance);
      assertThat(Confidence.smallestTolerance(new Sample(n, -mean, deviation), demanded))
          .isCloseTo(tolerance, within(1e-6));
      assertThat(Confidence.reached(new Sample(n, mean, deviation), tolerance))
          .isCloseTo(demanded, within(1e-6));
    }
  }

  @Test
  void errorsWithoutScatterNeedATolerancesOfTheirBias() {
    Sample exact = new Sample(20, -1.5, 0);
    assertThat(Confidence.smallestTolerance(exact, 95)).isEqualTo(1.5);
    assertThat(Confidence.reached(exact, 1.5)).isEqualTo(100);
    assertThat(Confidence.reached(exact, 1.4)).isZero();
  }
}
