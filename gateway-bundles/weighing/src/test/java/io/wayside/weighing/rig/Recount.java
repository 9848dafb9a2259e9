// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.weighing.statics.StaticRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The independent second opinion: looks at the whole trace at once, from any reading back to its
 * beginning, with no state carried along; slow and plain. For traces without interruptions.
 */
public final class Recount {

  private final StaticRules rules;
  private final WeightReading[] trace;

  public Recount(StaticRules rules, List<WeightReading> trace) {
    this.rules = rules;
    this.trace = trace.toArray(WeightReading[]::new);
  }

  /** Axle masses by vehicle; null where an axle was never at rest. */
  public List<List<@Nullable Double>> vehicles() {
    List<List<@Nullable Double>> vehicles = new ArrayList<>();
    int previousLast = -1;
    for (int[] axle : axles()) {
      boolean another =
          previousLast < 0
              || at(firstReadingThatTells(previousLast, axle[0])) - at(previousLast)
                  >= rules.vehicleGapNanos();
      if (another) {
        vehicles.add(new ArrayList<>());
      }
      vehicles.get(vehicles.size() - 1).add(massOf(axle[0], axle[1]));
      previousLast = axle[1];
    }
    return vehicles;
  }

  /** A vehicle ends at the first reading that comes late enough; at the latest, the next axle's. */
  private int firstReadingThatTells(int last, int nextFirst) {
    return IntStream.rangeClosed(last + 1, nextFirst)
        .filter(i -> at(i) - at(last) >= rules.vehicleGapNanos())
        .findFirst()
        .orElse(nextFirst);
  }

  /** First and last reading of each stretch with a load on the platform. */
  private List<int[]> axles() {
    boolean[] loaded = new boolean[trace.length];
    for (int i = 0; i < trace.length; i++) {
      loaded[i] = loadedAt(i);
    }
    List<int[]> axles = new ArrayList<>();
    for (int i = 0; i < trace.length; i++) {
      if (loaded[i] && (i == 0 || !loaded[i - 1])) {
        int last = i;
        while (last + 1 < trace.length && loaded[last + 1]) {
          last++;
        }
        axles.add(new int[] {i, last});
      }
    }
    return axles;
  }

  /** The latest reading that is clear about it decides; between the two bounds none is. */
  private boolean loadedAt(int i) {
    for (int j = i; j >= 0; j--) {
      if (kg(j) > rules.axlePresentKg()) {
        return true;
      }
      if (kg(j) <= rules.axlePresentKg() - rules.intervalKg()) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Double massOf(int first, int last) {
    for (int j = last; j >= first; j--) {
      int from = longestEqual(first, j);
      if (from <= j && isRest(from, j)) {
        double[] sorted = IntStream.rangeClosed(from, j).mapToDouble(this::kg).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
      }
    }
    return null;
  }

  /** Where the longest stretch that ends at j and never leaves one interval begins. */
  private int longestEqual(int first, int j) {
    int from = j + 1;
    for (int i = j; i >= first; i--) {
      double lowest = IntStream.rangeClosed(i, j).mapToDouble(this::kg).min().orElseThrow();
      double highest = IntStream.rangeClosed(i, j).mapToDouble(this::kg).max().orElseThrow();
      if (highest - lowest > rules.intervalKg() + 1e-6 || trace[i].motion() == Motion.MOVING) {
        break;
      }
      from = i;
    }
    return from;
  }

  private boolean isRest(int from, int to) {
    long counted = at(from);
    int count = 1;
    for (int i = from + 1; i <= to; i++) {
      if (at(i) - counted >= Math.max(1, rules.rest().burstNanos())) {
        counted = at(i);
        count++;
      }
    }
    return count >= rules.rest().readings() && counted - at(from) >= rules.rest().forNanos();
  }

  private long at(int i) {
    return trace[i].monotonicNanos();
  }

  private double kg(int i) {
    return trace[i].mass().kilograms();
  }
}
