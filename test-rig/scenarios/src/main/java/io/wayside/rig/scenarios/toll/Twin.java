// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.scenario.Rule;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether what readers and loops said of a vehicle fits another truth as well: that its tag went
 * through another lane. Looks at what was heard and at who drove where, never at what a lane made
 * of it. Where there is a twin no decision can be right in both worlds.
 */
enum Twin {
  /** In no other lane can anybody have carried the tag. */
  NONE,
  /**
   * A vehicle without a readable tag was over both loops of another lane at the same times, and the
   * tag was heard there alike.
   */
  ABREAST,
  /** Another lane's gateway was off while the vehicle came over the one loop and the other. */
  DARK,
  /**
   * No twin: another lane's gateway was off when the vehicle left, and with its power went what its
   * loops had said of the coming.
   */
  LOST;

  /** Loops say no better where a tag was: half a second is 2 m at walking pace, 5 m at full. */
  static final long SAME_NANOS = 500_000_000L;

  private static final int ALIKE_DB = 6;

  /**
   * A gateway was off.
   *
   * @param lane of which
   */
  record Dark(int lane, long fromNanos, long toNanos) {

    private boolean covers(OptionalLong moment) {
      return moment.isPresent() && moment.getAsLong() >= fromNanos && moment.getAsLong() <= toNanos;
    }
  }

  /** Of a vehicle that has passed. */
  static Twin of(TrueVehicle vehicle, List<TrueVehicle> all, Collection<Dark> darkness) {
    if (all.stream().anyMatch(other -> mayCarry(other, vehicle))) {
      return ABREAST;
    }
    List<Dark> beside =
        darkness.stream()
            .filter(each -> each.lane() != vehicle.lane() && each.covers(vehicle.reachedNanos()))
            .toList();
    if (beside.isEmpty()) {
      return NONE;
    }
    return beside.stream().anyMatch(each -> each.covers(vehicle.enteredNanos())) ? DARK : LOST;
  }

  private static boolean mayCarry(TrueVehicle other, TrueVehicle vehicle) {
    return other.lane() != vehicle.lane()
        && !other.readable(Rule.READABLE)
        && atOnce(other.enteredNanos(), vehicle.enteredNanos())
        && atOnce(other.reachedNanos(), vehicle.reachedNanos())
        && vehicle.tags().stream().anyMatch(tag -> alike(tag, vehicle.lane(), other.lane()));
  }

  private static boolean atOnce(OptionalLong one, OptionalLong other) {
    return one.isPresent()
        && other.isPresent()
        && Math.abs(one.getAsLong() - other.getAsLong()) <= SAME_NANOS;
  }

  private static boolean alike(TrueTag tag, int home, int there) {
    Integer here = tag.peakDbmByLane().get(home);
    Integer beside = tag.peakDbmByLane().get(there);
    return here != null
        && beside != null
        && tag.reads(there) >= Rule.READABLE
        && Math.abs(here - beside) <= ALIKE_DB;
  }
}
