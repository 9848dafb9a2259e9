// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the talk between the lanes, over all passages with a tag.
 *
 * @param arbitrated passages about which the other lanes were asked and answered
 * @param unarbitrated passages that say that the others could not be asked
 * @param conflicts passages that another lane claimed too
 * @param duplicates passages of a tag that is said to have passed already
 * @param chargedTwice charges of a tag within the time of duplicates of another charge of it
 * @param heldBack passages that were not charged before the other lanes were asked
 * @param chargedLate of those, what was charged then
 * @param noticedLate tags that a lane heard to have passed elsewhere when they had passed here
 */
record Arbitration(
    int arbitrated,
    int unarbitrated,
    int conflicts,
    int duplicates,
    int chargedTwice,
    int heldBack,
    int chargedLate,
    int noticedLate) {

  static final Arbitration NONE = new Arbitration(0, 0, 0, 0, 0, 0, 0, 0);

  private static final long DUPLICATE_NANOS = 180_000_000_000L;

  /** Counts what the lanes of a station wrote. */
  static Arbitration of(Collection<List<Ending>> lanes, boolean asked, long noticedLate) {
    int arbitrated = 0;
    int unarbitrated = 0;
    int conflicts = 0;
    int duplicates = 0;
    int heldBack = 0;
    int chargedLate = 0;
    for (List<Ending> lane : lanes) {
      for (Ending ending : lane) {
        if (ending.passage() && ending.epc().isPresent()) {
          boolean alone = !asked || ending.flags().contains("unarbitrated");
          arbitrated += alone ? 0 : 1;
          unarbitrated += alone ? 1 : 0;
          conflicts += ending.flags().contains("claim-conflict") ? 1 : 0;
          duplicates += ending.flags().contains("possible-duplicate") ? 1 : 0;
          heldBack += ending.heldBack() ? 1 : 0;
          chargedLate += ending.heldBack() && ending.charged() ? 1 : 0;
        }
      }
    }
    return new Arbitration(
        arbitrated,
        unarbitrated,
        conflicts,
        duplicates,
        twice(lanes),
        heldBack,
        chargedLate,
        (int) noticedLate);
  }

  /** What an office finds that looks for one tag twice at one station in that time. */
  private static int twice(Collection<List<Ending>> lanes) {
    Map<String, Long> paid = new HashMap<>();
    List<Ending> charges =
        lanes.stream()
            .flatMap(List::stream)
            .filter(Ending::charged)
            .sorted(java.util.Comparator.comparingLong(Ending::toNanos))
            .toList();
    int twice = 0;
    for (Ending charge : charges) {
      Long before = paid.put(charge.epc().orElseThrow(), charge.toNanos());
      twice += before != null && charge.toNanos() - before < DUPLICATE_NANOS ? 1 : 0;
    }
    return twice;
  }

  Arbitration plus(Arbitration other) {
    return new Arbitration(
        arbitrated + other.arbitrated,
        unarbitrated + other.unarbitrated,
        conflicts + other.conflicts,
        duplicates + other.duplicates,
        chargedTwice + other.chargedTwice,
        heldBack + other.heldBack,
        chargedLate + other.chargedLate,
        noticedLate + other.noticedLate);
  }
}
