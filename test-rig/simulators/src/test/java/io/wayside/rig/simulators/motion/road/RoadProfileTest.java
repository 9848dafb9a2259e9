// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoadProfileTest {
  /** Small against the shortest wave, so that it takes nothing away. */
  private static final double POINT_M = 0.005;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5, 2})
  void eachOctaveHasThePowerOfTheIsoFormula(double perM) {
    double gd = 64e-6;
    double power = 0;
    double formula = 0;
    double stepPerM = 1 / RoadProfile.PERIOD_M;
    RoadProfile road = RoadProfile.of(RoadSpec.of(gd), 11);
    for (double n = perM; n < 2 * perM; n += stepPerM) {
      power += powerAt(road, n);
      formula += gd * Math.pow(n / 0.1, -2) * stepPerM;
    }
    assertThat(power).isCloseTo(formula, within(0.35 * formula));
  }

  /** Variance of the left path at one wave number, by projecting on sine and cosine. */
  private static double powerAt(RoadProfile road, double perM) {
    int points = 20_000;
    double re = 0;
    double im = 0;
    for (int i = 0; i < points; i++) {
      double x = i * RoadProfile.PERIOD_M / points;
      double height = road.left(x, POINT_M);
      re += height * Math.cos(2 * Math.PI * perM * x) / points;
      im += height * Math.sin(2 * Math.PI * perM * x) / points;
    }
    return 2 * (re * re + im * im);
  }

  @Test
  void wheelPathsShareLongWavesAndNotShortOnes() {
    RoadProfile road = RoadProfile.of(RoadSpec.B, 3);
    assertThat(correlation(road, 5)).isGreaterThan(0.7);
    assertThat(correlation(road, 0)).isGreaterThan(0.7);
    assertThat(correlationOfShortWaves(road)).isBetween(-0.3, 0.4);
  }

  private static double correlation(RoadProfile road, double smoothedM) {
    double length = Math.max(POINT_M, smoothedM);
    return correlation(x -> road.left(x, length), x -> road.right(x, length));
  }

  private static double correlationOfShortWaves(RoadProfile road) {
    return correlation(
        x -> road.left(x, POINT_M) - road.left(x, 0.8),
        x -> road.right(x, POINT_M) - road.right(x, 0.8));
  }

  private static double correlation(
      java.util.function.DoubleUnaryOperator a, java.util.function.DoubleUnaryOperator b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (double x = 0; x < RoadProfile.PERIOD_M; x += 0.05) {
      double left = a.applyAsDouble(x);
      double right = b.applyAsDouble(x);
      ab += left * right;
      aa += left * left;
      bb += right * right;
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void theRoadIsThePlaceNotTheTime() {
    RoadProfile road = RoadProfile.of(RoadSpec.B, 5);
    RoadProfile same = RoadProfile.of(RoadSpec.B, 5);
    RoadProfile other = RoadProfile.of(RoadSpec.B, 6);
    assertThat(same.left(12.3, 0.2)).isEqualTo(road.left(12.3, 0.2));
    assertThat(other.left(12.3, 0.2)).isNotEqualTo(road.left(12.3, 0.2));
    assertThat(road.left(12.3 - RoadProfile.PERIOD_M, 0.2))
        .isCloseTo(road.left(12.3, 0.2), within(1e-9));
  }

  @Test
  void aContactLengthAveragesTheHeight() {
    RoadProfile road = RoadProfile.of(RoadSpec.C, 7);
    double mean = 0;
    for (int i = 0; i < 100; i++) {
      mean += road.right(5 - 0.125 + (i + 0.5) * 0.0025, 0.0025) / 100;
    }
    assertThat(road.right(5, 0.25)).isCloseTo(mean, within(1e-9));
  }

  @Test
  void aSmoothRoadHasNoHeight() {
    assertThat(RoadProfile.of(RoadSpec.SMOOTH, 1).left(3, 0.2)).isZero();
  }

  /** Golden-car response to a sine, worked out from its transfer function. */
  @ParameterizedTest
  @CsvSource({"2.0", "10.0", "20.0"})
  void roughnessOfASineIsThatOfTheTransferFunction(double waveM) {
    double w = 2 * Math.PI * 80 / 3.6 / waveM;
    double amplitude = 0.001;
    double measured = RoughnessIndex.of(x -> amplitude * Math.sin(2 * Math.PI * x / waveM), 100);
    // mean of a rectified sine is 2/pi of its height; travel per second over speed, in mm/m
    double expected = 1000 * amplitude * 2 / Math.PI * travelRate(w) / (80 / 3.6);
    assertThat(measured).isCloseTo(expected, within(0.02 * expected));
  }

  /** Rate of suspension travel per metre of road height at the angular frequency. */
  private static double travelRate(double w) {
    // body: (63.3 - w2 + 6iw) s = (63.3 + 6iw) u ; travel d = s - u = w2 u / (63.3 - w2 + 6iw)
    // axle: -0.15 w2 u = 653 (r - u) + (63.3 + 6iw) d
    double re = 63.3 - w * w;
    double im = 6 * w;
    double norm = re * re + im * im;
    double dRe = w * w * re / norm;
    double dIm = -w * w * im / norm;
    double cRe = 653 - 0.15 * w * w - (63.3 * dRe - 6 * w * dIm);
    double cIm = -(63.3 * dIm + 6 * w * dRe);
    double u = 653 / Math.hypot(cRe, cIm);
    return w * u * Math.hypot(dRe, dIm);
  }

  @Test
  void roadOfSiteClassIIsAsEvenAsThatClassDemandsWhateverTheSeed() {
    for (long seed = 1; seed <= 100; seed++) {
      double iri = RoughnessIndex.of(RoadProfile.of(RoadSpec.SITE_CLASS_I, seed));
      assertThat(iri).isBetween(1.1, 1.3);
    }
  }

  @ParameterizedTest
  @CsvSource({"16e-6, 2.2", "64e-6, 4.4", "256e-6, 8.8"})
  void roughnessOfIsoClassesIsThatOfTheLiterature(double gdM3, double iri) {
    // IRI = 2.21 m/km at Gd = 16e-6 m3, with the root of Gd
    assertThat(RoughnessIndex.of(RoadProfile.of(RoadSpec.of(gdM3), 2)))
        .isCloseTo(iri, within(0.1 * iri));
  }
}
