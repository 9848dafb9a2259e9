// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.instrument;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The range for which an instrument was verified.
 *
 * @param slowestMps lowest speed
 * @param fastestMps highest speed
 * @param coldestC lowest temperature; minus infinity when temperature plays no part
 * @param hottestC highest temperature; infinity when temperature plays no part
 * @param until the last day of the verification; empty when it does not end
 */
public record Verified(
    double slowestMps,
    double fastestMps,
    double coldestC,
    double hottestC,
    Optional<LocalDate> until) {

  /** Never verified: no speed is within. */
  public static final Verified NOTHING =
      new Verified(
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Optional.empty());

  private static final double KMH_PER_MPS = 3.6;

  static Verified from(Node node) throws GarbledData {
    node.only("speedKmh", "temperatureC", "until");
    double[] speed = range(node.member("speedKmh"));
    Optional<Node> temperature = node.optional("temperatureC");
    double[] degrees =
        temperature.isPresent()
            ? range(temperature.get())
            : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    Optional<Node> until = node.optional("until");
    return new Verified(
        speed[0] / KMH_PER_MPS,
        speed[1] / KMH_PER_MPS,
        degrees[0],
        degrees[1],
        until.isPresent() ? Optional.of(Calibration.date(until.get())) : Optional.empty());
  }

  private static double[] range(Node node) throws GarbledData {
    double[] ends = node.numbers();
    if (ends.length != 2 || !(ends[0] <= ends[1])) {
      throw node.wrong("must be the lower and the upper end of a range, such as [5, 80]");
    }
    return ends;
  }

  public boolean isNothing() {
    return slowestMps > fastestMps;
  }

  public boolean coversSpeed(double speedMps) {
    double speed = Math.abs(speedMps);
    return speed >= slowestMps && speed <= fastestMps;
  }

  /** Whether temperature decides at all; an unknown temperature is then a doubt. */
  public boolean dependsOnTemperature() {
    return coldestC > Double.NEGATIVE_INFINITY || hottestC < Double.POSITIVE_INFINITY;
  }

  public boolean coversTemperature(double degreesC) {
    return degreesC >= coldestC && degreesC <= hottestC;
  }
}
