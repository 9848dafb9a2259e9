// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came of a scenario over its seeds, counted. */
final class Score {

  private final String name;
  private final Map<Lot, Integer> lots = new EnumMap<>(Lot.class);
  private final Map<String, String> firsts = new TreeMap<>();
  private int runs;
  private int vehicles;
  private int held;
  private int violations;
  private int aborted;
  private int unflagged;
  private int stuck;
  private int faults;
  private Arbitration arbitration = Arbitration.NONE;
  private final Missed missed = new Missed();

  Score(String name) {
    this.name = name;
  }

  /** Counts one play. */
  void add(long seed, Ran ran, List<Finding> findings) {
    runs++;
    held += ran.held();
    violations += count(ran, "VIOLATION");
    aborted += (int) ran.endings().stream().filter(ending -> !ending.passage()).count();
    stuck += ran.ended() ? 0 : 1;
    faults += ran.faults().size();
    ran.faults()
        .forEach(
            fault ->
                firsts.putIfAbsent(
                    "not played", "%s seed %d not as it says: %s".formatted(name, seed, fault)));
    arbitration = arbitration.plus(ran.arbitration());
    missed.add(name, seed, ran, findings);
    for (Finding finding : findings) {
      lots.merge(finding.lot(), 1, Integer::sum);
      vehicles += finding.vehicle() > 0 ? 1 : 0;
      unflagged += finding.unflaggedWrong() ? 1 : 0;
      if (finding.lot().wrong()) {
        String kind =
            finding.lot().word() + (finding.lot().wrongCharge() && !finding.flagged() ? "!" : "");
        firsts.putIfAbsent(
            kind,
            "%s seed %d vehicle %d %s: %s"
                .formatted(name, seed, finding.vehicle(), kind, finding.text()));
      }
    }
  }

  private static int count(Ran ran, String terms) {
    return (int)
        ran.endings().stream()
            .filter(ending -> ending.terms().filter(t -> t.name().equals(terms)).isPresent())
            .count();
  }

  /** Counts what another has counted. */
  void add(Score other) {
    other.lots.forEach((lot, count) -> lots.merge(lot, count, Integer::sum));
    runs += other.runs;
    vehicles += other.vehicles;
    held += other.held;
    violations += other.violations;
    aborted += other.aborted;
    unflagged += other.unflagged;
    stuck += other.stuck;
    faults += other.faults;
    arbitration = arbitration.plus(other.arbitration);
    missed.add(other.missed);
  }

  int of(Lot lot) {
    return lots.getOrDefault(lot, 0);
  }

  int wrong() {
    return of(Lot.WRONG_TAG) + of(Lot.NO_PASSAGE) + of(Lot.TWICE);
  }

  int vehicles() {
    return vehicles;
  }

  int missed() {
    return Stream.of(Lot.values()).filter(Lot::missed).mapToInt(this::of).sum();
  }

  Missed missedByCause() {
    return missed;
  }

  int unflagged() {
    return unflagged;
  }

  Arbitration arbitration() {
    return arbitration;
  }

  /**
   * Nothing wrong charged, nothing wrong in silence, and every play came to its end as it should.
   */
  boolean good() {
    return wrong() == 0 && unflagged == 0 && stuck == 0 && faults == 0;
  }

  /** The first of each kind that went wrong, on a line each. */
  List<String> firsts() {
    return List.copyOf(firsts.values());
  }

  Value.Fields json() {
    var fields = Value.Fields.with("scenario", name).and("runs", runs).and("vehicles", vehicles);
    for (Lot lot : Lot.values()) {
      fields = fields.and(lot.word(), of(lot));
    }
    List<Value> lines = new ArrayList<>();
    firsts().forEach(line -> lines.add(new Value.Text(line)));
    for (Missed.Group group : Missed.Group.values()) {
      fields = fields.and("missed-" + group.word(), missed.of(group));
    }
    return fields
        .and("held", held)
        .and("violations", violations)
        .and("aborted", aborted)
        .and("unflagged-wrong", unflagged)
        .and("arbitrated", arbitration.arbitrated())
        .and("unarbitrated", arbitration.unarbitrated())
        .and("claim-conflicts", arbitration.conflicts())
        .and("possible-duplicates", arbitration.duplicates())
        .and("charged-twice-at-the-station", arbitration.chargedTwice())
        .and("held-back", arbitration.heldBack())
        .and("charged-late", arbitration.chargedLate())
        .and("conflicts-noticed-afterwards", arbitration.noticedLate())
        .and("not-ended", stuck)
        .and("not-as-played", faults)
        .and("missed-by-cause", missed.causes())
        .and("missed-passages", missed.passages())
        .and("first-of-each-kind", lines)
        .build();
  }

  static final String HEAD =
      """
                                        ----- charged -----  -- missed --
      scenario                 runs  veh right tag none 2x  held flag lost  other o.fl o.lost flag- stray  HELD VIOL ABRT  ARBI UNAR CONF  UNFLAGGED
      """;

  String line() {
    return "%-24s %4d %4d %5d %3d %4d %2d  %4d %4d %4d  %5d %4d %6d %5d %5d  %4d %4d %4d  %4d %4d %4d  %9d%s%n"
        .formatted(
            name,
            runs,
            vehicles,
            of(Lot.CHARGED_RIGHT),
            of(Lot.WRONG_TAG),
            of(Lot.NO_PASSAGE),
            of(Lot.TWICE),
            of(Lot.MISSED_HELD),
            of(Lot.MISSED_FLAGGED),
            of(Lot.MISSED_SILENT),
            of(Lot.OTHER_RIGHT),
            of(Lot.OTHER_FLAGGED),
            of(Lot.OTHER_SILENT),
            of(Lot.FLAG_MISSING),
            of(Lot.STRAY),
            held,
            violations,
            aborted,
            arbitration.arbitrated(),
            arbitration.unarbitrated(),
            arbitration.conflicts(),
            unflagged,
            (stuck == 0 ? "" : "  " + stuck + " did not end")
                + (faults == 0 ? "" : "  " + faults + " not as played"));
  }
}
