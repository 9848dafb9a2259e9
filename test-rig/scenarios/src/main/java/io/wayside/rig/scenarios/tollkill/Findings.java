// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the journal has after a kill and a restart against what drove over the road. */
final class Findings {

  private Findings() {}

  /**
   * What is wrong; nothing when all is well.
   *
   * @param vehicles that drove through the lane, one after the other, each with a good tag
   */
  static List<String> of(List<Seen> records, int vehicles) {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> charges = new TreeMap<>();
    Map<Long, Integer> ends = new TreeMap<>();
    int ended = 0;
    for (Seen record : records) {
      if (record.isCharge()) {
        charges.merge(record.tag(), 1, Integer::sum);
      }
      if (!record.isGrant()) {
        ended++;
        if (record.grant() > 0) {
          ends.merge(record.grant(), 1, Integer::sum);
        }
      }
    }
    charges.forEach(
        (tag, times) -> {
          if (times > 1) {
            wrong.add(tag + " was charged " + times + " times");
          }
        });
    for (Seen record : records) {
      if (record.isGrant() && ends.getOrDefault(record.number(), 0) != 1) {
        wrong.add(
            "grant " + record.number() + " has " + ends.getOrDefault(record.number(), 0) + " ends");
      }
    }
    if (ended < vehicles) {
      wrong.add(vehicles + " vehicles passed and " + ended + " are on record");
    }
    return wrong;
  }
}
