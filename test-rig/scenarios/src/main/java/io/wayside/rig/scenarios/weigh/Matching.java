// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which weighed vehicle is which true one, by the times of axles at the instrument's reference line
 * alone: loads play no part.
 *
 * @param pairs one weighed vehicle for one true one
 * @param merged weighed vehicles that hold axles of several true ones
 * @param split true vehicles whose axles are in several weighed ones
 * @param missed true vehicles nothing was weighed of
 * @param invented weighed vehicles where nobody drove
 */
public record Matching(
    List<Pairing> pairs,
    List<Merged> merged,
    List<Split> split,
    List<TrueVehicle> missed,
    List<MotionVehicle> invented) {

  /** A little before its nose comes and after its tail has left a vehicle may still be told of. */
  private static final double MARGIN_S = 0.35;

  /** One for one. */
  public record Pairing(TrueVehicle real, MotionVehicle weighed) {

    /** Whether its axles are as many as they truly are. */
    public boolean axlesRight() {
      return real.axles().size() == weighed.axles().size();
    }

    boolean flagged() {
      return isFlagged(weighed);
    }
  }

  /** Several in one. */
  public record Merged(List<TrueVehicle> real, MotionVehicle weighed) {}

  /** One in several. */
  public record Split(TrueVehicle real, List<MotionVehicle> weighed) {}

  /** Whether something forbids enforcement. */
  public static boolean isFlagged(MotionVehicle vehicle) {
    return !MotionFlags.disqualifying(vehicle.flags()).isEmpty();
  }

  /**
   * Whose each weighed vehicle is.
   *
   * @param wanted the true vehicles that are asked about
   * @param all those and others that were there
   */
  public static Matching of(
      List<TrueVehicle> wanted, List<TrueVehicle> all, List<MotionVehicle> weighed) {
    Map<TrueVehicle, List<MotionVehicle>> byTrue = new LinkedHashMap<>();
    Map<MotionVehicle, Set<TrueVehicle>> byWeighed = new LinkedHashMap<>();
    for (MotionVehicle vehicle : weighed) {
      Set<TrueVehicle> of = new LinkedHashSet<>();
      for (MotionAxle axle : vehicle.axles()) {
        owner(all, axle.atNanos() / 1e9, of);
      }
      byWeighed.put(vehicle, of);
      of.forEach(real -> byTrue.computeIfAbsent(real, r -> new ArrayList<>()).add(vehicle));
    }
    Matching matching =
        new Matching(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            byWeighed.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    Set<TrueVehicle> asked = new LinkedHashSet<>(wanted);
    for (Map.Entry<MotionVehicle, Set<TrueVehicle>> entry : byWeighed.entrySet()) {
      if (entry.getValue().size() > 1 && entry.getValue().stream().anyMatch(asked::contains)) {
        matching.merged.add(new Merged(List.copyOf(entry.getValue()), entry.getKey()));
      }
    }
    for (TrueVehicle real : asked) {
      matching.sort(real, byTrue.getOrDefault(real, List.of()), byWeighed);
    }
    return matching;
  }

  private void sort(
      TrueVehicle real, List<MotionVehicle> its, Map<MotionVehicle, Set<TrueVehicle>> owners) {
    if (its.isEmpty()) {
      missed.add(real);
    } else if (its.size() > 1) {
      split.add(new Split(real, its));
    } else if (owners.getOrDefault(its.get(0), Set.of()).size() == 1) {
      pairs.add(new Pairing(real, its.get(0)));
    }
  }

  /** Of the vehicles on the site the one whose axle was nearest in time. */
  private static void owner(List<TrueVehicle> all, double atS, Set<TrueVehicle> of) {
    double nearest = Double.POSITIVE_INFINITY;
    TrueVehicle owner = null;
    for (TrueVehicle vehicle : all) {
      if (atS > vehicle.enterS() - MARGIN_S && atS < vehicle.leaveS() + MARGIN_S) {
        for (TrueAxle axle : vehicle.axles()) {
          double away = Math.abs(axle.lineTimesS().get(0) - atS);
          if (away < nearest) {
            nearest = away;
            owner = vehicle;
          }
        }
      }
    }
    if (owner != null) {
      of.add(owner);
    }
  }
}
