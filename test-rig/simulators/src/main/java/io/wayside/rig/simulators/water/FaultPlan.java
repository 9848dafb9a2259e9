// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws what shall happen: never two things at one aid at a time, nor soon after another. */
public final class FaultPlan {

  private static final double DAY_S = 86_400;
  private static final double QUIET_S = 2 * DAY_S;
  private static final int TRIES = 4_000;

  private FaultPlan() {}

  public static List<Fault> draw(
      List<Charted> aids, Set<FaultKind> kinds, int count, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0xFA17);
    List<FaultKind> wanted = List.copyOf(EnumSet.copyOf(kinds));
    List<Fault> plan = new ArrayList<>();
    for (int i = 0, tries = 0; i < count && tries < TRIES * count; tries++) {
      FaultKind kind = wanted.get(i % wanted.size());
      Charted aid = aids.get(random.nextInt(aids.size()));
      double lasts = lastsS(kind, random);
      double from = DAY_S + random.nextDouble() * (days * DAY_S - DAY_S - lasts);
      Fault fault = new Fault(kind, aid.index(), from, from + lasts);
      if (from >= DAY_S && kind.suits(aid) && alone(plan, fault)) {
        plan.add(fault);
        i++;
      }
    }
    plan.sort(Comparator.comparingDouble(Fault::fromS));
    return plan;
  }

  private static boolean alone(List<Fault> plan, Fault fault) {
    return plan.stream()
        .filter(other -> other.aid() == fault.aid())
        .allMatch(
            other ->
                fault.fromS() > other.toS() + QUIET_S || fault.toS() < other.fromS() - QUIET_S);
  }

  /** Until somebody repairs it. */
  private static double lastsS(FaultKind kind, SplittableRandom random) {
    double share = random.nextDouble();
    return switch (kind) {
      case STRUCK -> 1_800;
      case DOOR_OPENED -> 1_200 + 3_600 * share;
      case PANEL_GONE, BATTERY_WORN -> (8 + 4 * share) * DAY_S;
      case STOLEN, MOORING_PARTED -> (0.5 + share) * DAY_S;
      case LAMP_DEAD, LAMP_WEAK, WRONG_RHYTHM, DAY_BURNER, PHOTOCELL_SAYS_DAY ->
          (1.5 + 2 * share) * DAY_S;
      case DRAGGED, TRANSPONDER_DEAD, GNSS_FAILED -> (0.5 + share) * DAY_S;
    };
  }
}
