// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A vehicle as axles tell it, from the front.
 *
 * @param spacingsM distances between neighbouring axles; one fewer than axles
 * @param loadsKg axle loads; empty where they were not measured
 * @param lengthM length over all, where it was measured
 * @param dualAxles how many axles have dual tyres, where that can be told
 */
public record AxlePattern(
    List<Double> spacingsM, List<Double> loadsKg, OptionalDouble lengthM, OptionalInt dualAxles) {

  public AxlePattern {
    spacingsM = List.copyOf(spacingsM);
    loadsKg = List.copyOf(loadsKg);
    if (!loadsKg.isEmpty() && loadsKg.size() != spacingsM.size() + 1) {
      throw new IllegalArgumentException(
          loadsKg.size() + " axle loads cannot have " + spacingsM.size() + " spacings");
    }
  }

  /** Spacings alone. */
  public static AxlePattern of(List<Double> spacingsM) {
    return new AxlePattern(spacingsM, List.of(), OptionalDouble.empty(), OptionalInt.empty());
  }

  /** Spacings and loads. */
  public static AxlePattern of(List<Double> spacingsM, List<Double> loadsKg) {
    return new AxlePattern(spacingsM, loadsKg, OptionalDouble.empty(), OptionalInt.empty());
  }

  public int axles() {
    return spacingsM.size() + 1;
  }

  /** Sum of the loads, where they were measured. */
  public OptionalDouble grossKg() {
    return loadsKg.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(loadsKg.stream().mapToDouble(kg -> kg).sum());
  }

  /**
   * How many axles each group has, from the front.
   *
   * @param gapM neighbours at most this far apart are of one group
   */
  public List<Integer> groups(double gapM) {
    List<Integer> groups = new ArrayList<>();
    int axles = 1;
    for (double spacing : spacingsM) {
      if (spacing <= gapM) {
        axles++;
      } else {
        groups.add(axles);
        axles = 1;
      }
    }
    groups.add(axles);
    return groups;
  }

  /** The groups as a code, such as {@code 1-2-3}. */
  public String code(double gapM) {
    return groups(gapM).stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /** Distance between the centres of two axles, by index from 0. */
  public double extentM(int first, int last) {
    return spacingsM.subList(first, last).stream().mapToDouble(m -> m).sum();
  }
}
