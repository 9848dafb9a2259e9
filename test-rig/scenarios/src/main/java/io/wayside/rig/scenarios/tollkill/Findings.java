// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the journal has after a kill and a restart against what drove over the road. */
final class Findings {

  private Findings() {}

  /** What is wrong after a kill; nothing when all is well. */
  static List<String> of(List<Seen> records, Drive drive) {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> charges = new TreeMap<>();
    Map<Long, Integer> ends = new TreeMap<>();
    int passed = 0;
    for (Seen record : records) {
      if (record.isCharge()) {
        charges.merge(record.tag(), 1, Integer::sum);
      }
      passed += record.isOfPassing() ? 1 : 0;
      if (!record.isGrant() && record.grant() > 0) {
        ends.merge(record.grant(), 1, Integer::sum);
      }
    }
    charges.forEach(
        (tag, times) -> {
          if (times > 1) {
            wrong.add(tag + " was charged " + times + " times");
          }
        });
    for (int tag : drive.unpayable()) {
      if (charges.containsKey(Step.epc(tag))) {
        wrong.add(Step.epc(tag) + " was charged and must not be");
      }
    }
    for (Seen record : records) {
      if (record.isGrant() && ends.getOrDefault(record.number(), 0) != 1) {
        wrong.add(
            "grant " + record.number() + " has " + ends.getOrDefault(record.number(), 0) + " ends");
      }
    }
    if (passed < drive.passing() - Math.min(1, drive.ungranted())) {
      wrong.add(drive.passing() + " vehicles passed and " + passed + " are on record");
    }
    return wrong;
  }

  /** How many vehicles nobody had let pass left no record: one at most, whose was not durable. */
  static int unrecorded(List<Seen> records, Drive drive) {
    return Math.max(0, drive.passing() - (int) records.stream().filter(Seen::isOfPassing).count());
  }

  /** What a run that nobody killed has that it should not, or lacks: else it shows nothing. */
  static List<String> ofUnkilled(List<Seen> records, Drive drive) {
    List<String> wrong = new ArrayList<>(of(records, drive));
    Map<String, Integer> ends = new HashMap<>();
    records.stream()
        .filter(record -> !record.isGrant())
        .forEach(record -> ends.merge(record.word(), 1, Integer::sum));
    if (!ends.equals(drive.usual())) {
      wrong.add("without a kill it came to " + new TreeMap<>(ends) + ", not " + drive.usual());
    }
    return wrong;
  }
}
