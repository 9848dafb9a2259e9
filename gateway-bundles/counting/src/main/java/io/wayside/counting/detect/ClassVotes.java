// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a detector called one vehicle on its way: one vote a picture, as heavy as it is sure. */
public final class ClassVotes {

  /** A vote of nobody: one look alone is not believed whole. */
  private static final double DOUBT = 0.5;

  private final Map<String, Double> votes = new TreeMap<>();

  /**
   * What the vehicle is.
   *
   * @param confidence share of the votes, less for few of them
   */
  public record Verdict(String vehicleClass, double confidence) {}

  public void vote(String vehicleClass, double confidence) {
    votes.merge(vehicleClass, confidence, Double::sum);
  }

  /** Empty when nobody voted. */
  public Optional<Verdict> verdict() {
    double sum = votes.values().stream().mapToDouble(Double::doubleValue).sum();
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Verdict(most.getKey(), most.getValue() / (sum + DOUBT)));
  }
}
