// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.scenario.Expected;
import io.wayside.rig.simulators.toll.scenario.Outcome;
import io.wayside.rig.simulators.toll.scenario.Rule;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds what the lane wrote against what is true. */
final class TollJudge {

  /** What a lane has put on record of a passage afterwards: {@code toll-conflict}. */
  static final String NOTICED = "conflict-noticed";

  /** Flags by which a charge says that it is in doubt. */
  static final Set<String> DOUBTS =
      Set.of(
          "possible-duplicate",
          "claim-conflict",
          "order-in-doubt",
          "joined-vehicles",
          "loop-lost",
          "several-tags",
          "weak-tag",
          "plate-decided",
          "plate-mismatch",
          "recovered",
          "retried",
          "reader-lost",
          NOTICED);

  /** A gateway without power is back after so long at most. */
  private static final long LONGEST_CUT_NANOS = 30_000_000_000L;

  private static final Set<Outcome> BY_A_PERSON =
      Set.of(Outcome.MANUAL, Outcome.VIOLATION, Outcome.UNPROVEN);

  private final Function<TrueVehicle, Expected> rule;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Ending> taken = new HashSet<>();
  private final Set<String> paid = new HashSet<>();

  private TollJudge(Function<TrueVehicle, Expected> rule) {
    this.rule = rule;
  }

  /**
   * The lot of every vehicle of a lane, and of every record without one.
   *
   * @param truth of all vehicles of the station
   * @param rule what must come of each
   */
  static List<Finding> judge(
      int lane,
      List<TrueVehicle> truth,
      List<Ending> endings,
      Function<TrueVehicle, Expected> rule) {
    List<TrueVehicle> here = truth.stream().filter(v -> v.lane() == lane).toList();
    return new TollJudge(rule).judge(here, endings);
  }

  private List<Finding> judge(List<TrueVehicle> here, List<Ending> endings) {
    Map<Integer, Ending> records = Matching.of(here, endings);
    taken.addAll(records.values());
    for (TrueVehicle vehicle : here) {
      Optional<Ending> record = Optional.ofNullable(records.get(vehicle.id()));
      vehicle(vehicle, record.or(() -> unproven(vehicle, endings)));
    }
    // The same record written twice is two charges, so they are counted and not looked up.
    List<Ending> rest = new ArrayList<>(endings);
    records.values().forEach(rest::remove);
    rest.stream().filter(Ending::passage).forEach(this::stray);
    return findings;
  }

  /**
   * Nobody saw it pass: a grant that a restart left for review is found by its tag, one by hand
   * without a tag by its time.
   */
  private Optional<Ending> unproven(TrueVehicle vehicle, List<Ending> endings) {
    Set<String> own = numbers(vehicle);
    return endings.stream()
        .filter(Ending::unproven)
        .filter(each -> each.epc().map(own::contains).orElseGet(() -> isAfter(each, vehicle)))
        .filter(each -> vehicle.passed() && taken.add(each))
        .findFirst();
  }

  private static boolean isAfter(Ending ending, TrueVehicle vehicle) {
    long passed = vehicle.passedNanos().orElse(Long.MAX_VALUE);
    return ending.toNanos() >= passed && ending.toNanos() - passed < LONGEST_CUT_NANOS;
  }

  private void vehicle(TrueVehicle vehicle, Optional<Ending> record) {
    Expected expected = rule.apply(vehicle);
    Lot lot =
        record
            .map(ending -> lot(vehicle, expected, ending))
            .orElseGet(() -> unrecorded(vehicle, expected));
    record.filter(Ending::charged).flatMap(Ending::epc).ifPresent(paid::add);
    boolean flagged = record.map(TollJudge::flagged).orElse(false);
    String said = record.map(Ending::line).orElse("no record");
    String word = record.map(Ending::word).orElse("no record");
    findings.add(
        new Finding(lot, flagged, vehicle.id(), word, said + "; " + TruthLine.of(vehicle)));
  }

  private static Lot unrecorded(TrueVehicle vehicle, Expected expected) {
    if (!vehicle.passed()) {
      return Lot.OTHER_RIGHT;
    }
    return expected.mustPay() ? Lot.MISSED_SILENT : Lot.OTHER_SILENT;
  }

  private static Lot lot(TrueVehicle vehicle, Expected expected, Ending ending) {
    if (ending.charged()) {
      boolean own = ending.epc().filter(expected.payers()::contains).isPresent();
      if (!own || !expected.allowed().contains(Outcome.CHARGED)) {
        return Lot.WRONG_TAG;
      }
      return lacksFlag(vehicle, expected, ending) ? Lot.FLAG_MISSING : Lot.CHARGED_RIGHT;
    }
    if (allowed(expected.allowed(), ending)) {
      return Lot.OTHER_RIGHT;
    }
    boolean manual = ending.terms().filter(Terms.MANUAL::equals).isPresent();
    if (expected.mustPay()) {
      return manual ? Lot.MISSED_HELD : flagged(ending) ? Lot.MISSED_FLAGGED : Lot.MISSED_SILENT;
    }
    return manual || flagged(ending) ? Lot.OTHER_FLAGGED : Lot.OTHER_SILENT;
  }

  private static boolean allowed(Set<Outcome> allowed, Ending ending) {
    if (ending.terms().isEmpty()) {
      return allowed.contains(ending.unproven() ? Outcome.UNPROVEN : Outcome.ABORTED);
    }
    return switch (ending.terms().get()) {
      case CHARGED -> allowed.contains(Outcome.CHARGED);
      case FREE, TICKET -> allowed.contains(Outcome.FREE);
      case ENTRY -> false; // the station is of an open system
      case MANUAL -> allowed.contains(Outcome.MANUAL);
      case VIOLATION -> allowed.contains(Outcome.VIOLATION);
      // A person decides: right where any word of a person's is.
      case REVIEW, FORCED_OPEN -> allowed.stream().anyMatch(BY_A_PERSON::contains);
    };
  }

  /** The lane's word for a second tag is another; what nobody measures here is not asked. */
  private static boolean lacksFlag(TrueVehicle vehicle, Expected expected, Ending ending) {
    boolean allHeard =
        vehicle.tags().stream().allMatch(tag -> tag.reads(vehicle.lane()) >= Rule.READABLE);
    return expected.flags().contains("second-tag")
        && allHeard
        && !ending.flags().contains("several-tags");
  }

  private static boolean flagged(Ending ending) {
    if (ending.terms().isEmpty()) {
      return ending.unproven();
    }
    return switch (ending.terms().get()) {
      case REVIEW, VIOLATION, FORCED_OPEN -> true;
      case CHARGED -> ending.flags().stream().anyMatch(DOUBTS::contains);
      case FREE, TICKET, ENTRY, MANUAL -> false;
    };
  }

  private void stray(Ending ending) {
    Lot lot = Lot.STRAY;
    if (ending.charged()) {
      boolean again = ending.epc().filter(paid::contains).isPresent();
      lot = again ? Lot.TWICE : Lot.NO_PASSAGE;
    } else if (!flagged(ending)) {
      lot = Lot.OTHER_SILENT;
    }
    findings.add(
        new Finding(
            lot, flagged(ending), 0, ending.word(), ending.line() + "; no vehicle passed then"));
  }

  private static Set<String> numbers(TrueVehicle vehicle) {
    return vehicle.tags().stream()
        .map(TrueTag::tag)
        .map(tag -> HexFormat.of().formatHex(tag.epc()))
        .collect(Collectors.toSet());
  }
}
