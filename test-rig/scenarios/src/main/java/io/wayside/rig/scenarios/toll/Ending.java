// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Why;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the lane says a vehicle ended.
 *
 * @param number that the lane gave it
 * @param terms of a passage; empty when it says there was none
 * @param unproven it ended with a restart, for review
 * @param epc of the tag that was taken for it
 * @param fromNanos when it came to the safety loop; when it was first seen if it did not pass
 * @param toNanos when it was last seen
 * @param flags doubts and circumstances
 */
record Ending(
    long number,
    Optional<Terms> terms,
    boolean unproven,
    Optional<String> epc,
    long fromNanos,
    long toNanos,
    Set<String> flags) {

  Ending {
    flags = Set.copyOf(flags);
  }

  static Optional<Ending> of(LaneOutcome outcome) {
    if (outcome instanceof LaneOutcome.Passage passage) {
      return Optional.of(
          ending(passage.evidence(), Optional.of(passage.terms()), false, passage.crossedNanos()));
    }
    if (outcome instanceof LaneOutcome.Abort abort) {
      Evidence evidence = abort.evidence();
      boolean unproven = abort.why() == Why.UNPROVEN;
      return Optional.of(ending(evidence, Optional.empty(), unproven, evidence.beganNanos()));
    }
    return Optional.empty();
  }

  private static Ending ending(
      Evidence evidence, Optional<Terms> terms, boolean unproven, long fromNanos) {
    return new Ending(
        evidence.vehicle(),
        terms,
        unproven,
        evidence.choice().map(choice -> choice.tag().epc()),
        fromNanos,
        evidence.endedNanos(),
        evidence.flags().all().stream().map(Flag::code).collect(Collectors.toSet()));
  }

  /** For review, and charged by a correction when the other lanes had been asked. */
  Ending chargedLater() {
    return new Ending(number, Optional.of(Terms.CHARGED), unproven, epc, fromNanos, toNanos, flags);
  }

  /** It was held back until the other lanes could be asked. */
  boolean heldBack() {
    return flags.contains("held-back");
  }

  /** The same with a flag more. */
  Ending and(String flag) {
    Set<String> more = new TreeSet<>(flags);
    more.add(flag);
    return new Ending(number, terms, unproven, epc, fromNanos, toNanos, more);
  }

  boolean passage() {
    return terms.isPresent();
  }

  boolean charged() {
    return terms.filter(Terms.CHARGED::equals).isPresent();
  }

  /** Its terms and doubts. */
  String word() {
    String doubts =
        new TreeSet<>(flags)
            .stream().filter(flag -> !flag.equals("unarbitrated")).collect(Collectors.joining(" "));
    return terms.map(Enum::name).orElse(unproven ? "UNPROVEN" : "ABORTED")
        + (epc.isPresent() ? " tag" : " no tag")
        + (doubts.isEmpty() ? "" : " " + doubts);
  }

  /** On one line, for people. */
  String line() {
    return "%s%s%s at %.1f-%.1f s %s"
        .formatted(
            terms.map(Enum::name).orElse(unproven ? "UNPROVEN" : "ABORTED"),
            epc.map(number -> " tag " + Seen.tail(number)).orElse(" without a tag"),
            " (lane's number " + number + ")",
            fromNanos / 1e9,
            toNanos / 1e9,
            new TreeSet<>(flags));
  }
}
