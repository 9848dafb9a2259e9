// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.util.Map;
import java.util.TreeMap;

/** What is counted in one interval. */
final class Tally {

  /** More classes and directions than any scheme has; further ones are counted as "other". */
  private static final int MOST_KINDS = 256;

  private static final double SPEED_STEP_MPS = 0.1;
  private static final double TOP_SPEED_MPS = 100;
  private static final double HEADWAY_STEP_S = 0.1;
  private static final double TOP_HEADWAY_S = 120;

  private final Map<Kind, Integer> counts = new TreeMap<>();
  private final Histogram speeds = new Histogram(SPEED_STEP_MPS, TOP_SPEED_MPS);
  private final Histogram headways = new Histogram(HEADWAY_STEP_S, TOP_HEADWAY_S);
  private int vehicles;
  private int doubtful;
  private int late;
  private int withoutPcu;
  private double pcu;
  private long occupiedNanos;

  /** A class in a direction. */
  record Kind(String vehicleClass, String direction) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byClass = vehicleClass.compareTo(other.vehicleClass);
      return byClass != 0 ? byClass : direction.compareTo(other.direction);
    }
  }

  void add(Counted counted) {
    Kind kind = new Kind(counted.vehicleClass(), counted.direction());
    boolean room = counts.size() < MOST_KINDS || counts.containsKey(kind);
    counts.merge(room ? kind : new Kind("other", "unknown"), 1, Integer::sum);
    vehicles++;
    doubtful += counted.doubtful() ? 1 : 0;
    counted.speedMps().ifPresent(speeds::add);
    if (counted.pcu().isPresent()) {
      pcu += counted.pcu().getAsDouble();
    } else {
      withoutPcu++;
    }
  }

  /** The place was occupied for so long; less than nothing is nothing. */
  void occupied(long nanos) {
    occupiedNanos += Math.max(0, nanos);
  }

  long occupiedNanos() {
    return occupiedNanos;
  }

  void late(int more) {
    late += more;
  }

  void headway(double seconds) {
    headways.add(seconds);
  }

  /** The counts as they stand, whatever is added later. */
  Counts counts() {
    Map<String, Map<String, Integer>> byClass = new TreeMap<>();
    counts.forEach(
        (kind, n) ->
            byClass
                .computeIfAbsent(kind.vehicleClass(), name -> new TreeMap<>())
                .put(kind.direction(), n));
    return new Counts(
        vehicles,
        doubtful,
        late,
        byClass,
        pcu,
        withoutPcu,
        new Counts.Spread(speeds.n(), speeds.mean(), speeds.percentile(0.85)),
        new Counts.Spread(headways.n(), headways.mean(), headways.percentile(0.15)));
  }
}
