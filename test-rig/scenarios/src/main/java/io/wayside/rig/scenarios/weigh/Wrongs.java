// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Vehicles that came out as something else than they are.
 *
 * @param axleCount one vehicle, with an axle too many or too few
 * @param unflagged what is wrong and carries no flag that forbids enforcement, in words
 */
record Wrongs(
    int merged, int split, int missed, int invented, int axleCount, List<String> unflagged) {

  Wrongs {
    unflagged = List.copyOf(unflagged);
  }

  static Wrongs of(Matching matching) {
    List<String> unflagged = new ArrayList<>();
    for (Matching.Merged merged : matching.merged()) {
      note(
          List.of(merged.weighed()),
          "vehicles " + merged.real().stream().map(r -> r.number()).toList() + " weighed as one",
          unflagged);
    }
    for (Matching.Split split : matching.split()) {
      note(
          split.weighed(),
          "vehicle " + split.real().number() + " weighed as " + split.weighed().size(),
          unflagged);
    }
    for (MotionVehicle vehicle : matching.invented()) {
      note(
          List.of(vehicle),
          String.format(
              Locale.ROOT, "nobody came at %.1f s", vehicle.axles().get(0).atNanos() / 1e9),
          unflagged);
    }
    matching
        .missed()
        .forEach(
            missed ->
                unflagged.add(
                    String.format(
                        Locale.ROOT,
                        "vehicle %d (%s) missed at %.1f s",
                        missed.number(),
                        missed.kind(),
                        missed.referenceS())));
    List<Matching.Pairing> miscounted =
        matching.pairs().stream().filter(pairing -> !pairing.axlesRight()).toList();
    for (Matching.Pairing pairing : miscounted) {
      note(
          List.of(pairing.weighed()),
          String.format(
              Locale.ROOT,
              "vehicle %d (%s) has %d axles, not %d",
              pairing.real().number(),
              pairing.real().kind(),
              pairing.real().axles().size(),
              pairing.weighed().axles().size()),
          unflagged);
    }
    return new Wrongs(
        matching.merged().size(),
        matching.split().size(),
        matching.missed().size(),
        matching.invented().size(),
        miscounted.size(),
        unflagged);
  }

  private static void note(List<MotionVehicle> weighed, String words, List<String> unflagged) {
    if (weighed.stream().anyMatch(vehicle -> !Matching.isFlagged(vehicle))) {
      unflagged.add(words);
    }
  }

  int all() {
    return merged + split + missed + invented + axleCount;
  }
}
