// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Range;
import io.wayside.weighing.law.Limit.ByBridgeFormula;
import io.wayside.weighing.law.Limit.OfGross;
import io.wayside.weighing.law.Limit.OfGroup;
import io.wayside.weighing.law.Limit.OfSpan;
import io.wayside.weighing.law.Note.Occasion;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one vehicle against one pack. */
final class Judge {

  private final LawPack.Contents pack;
  private final Weighed vehicle;
  private final Circumstances known;
  private final double deductionPercent;
  private final List<Limit> limits;
  private final List<Penalty> penalties;
  private final List<Layout> layouts;
  private final List<Finding> findings = new ArrayList<>();

  Judge(LawPack.Contents pack, Weighed vehicle, Circumstances known) {
    this.pack = pack;
    this.vehicle = vehicle;
    this.known = known;
    this.deductionPercent = known.deductionPercent().orElse(pack.deduction().percent());
    this.limits =
        pack.limits().stream().filter(limit -> limit.head().isInForce(known.on())).toList();
    this.penalties = pack.penalties().stream().filter(p -> p.head().isInForce(known.on())).toList();
    this.layouts = pack.layouts().stream().filter(this::mayBe).toList();
  }

  Decision decide() {
    groups();
    spans();
    gross();
    bridges();
    return new Decision(
        pack.id(),
        known.on(),
        deductionPercent,
        findings,
        layouts.stream().map(Layout::id).toList(),
        MotionFlags.disqualifying(vehicle.flags()),
        notes());
  }

  /** Who looked knows better than the axles. */
  private boolean mayBe(Layout layout) {
    return known
        .layout()
        .map(layout.id()::equals)
        .orElseGet(() -> layout.fits(vehicle, pack.groupGapM()));
  }

  private Load load(Subject subject, int first, int axles) {
    return Load.of(vehicle, subject, first, axles, deductionPercent);
  }

  private <L extends Limit> List<L> ofKind(Class<L> kind) {
    return limits.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void groups() {
    List<OfGroup> rules = ofKind(OfGroup.class);
    if (pack.limits().stream().noneMatch(OfGroup.class::isInstance)) {
      return; // this law does not speak of groups
    }
    int first = 0;
    for (int axles : vehicle.pattern().groups(pack.groupGapM())) {
      List<Candidate> candidates = new ArrayList<>();
      for (OfGroup rule : rules) {
        if (rule.axles() == axles) {
          groupLimit(rule, first).ifPresent(candidates::add);
        }
      }
      findings.add(
          load(Subject.AXLE, first, axles).against(candidates, List.of(), false, false, penalties));
      first += axles;
    }
  }

  /** Spacings of one group may lie in different bands; then each band's limit may apply. */
  private Optional<Candidate> groupLimit(OfGroup rule, int first) {
    boolean some = rule.axles() == 1;
    boolean all = true;
    for (int i = first; i < first + rule.axles() - 1; i++) {
      Span spacing = vehicle.spacingM(i);
      some |= spacing.mayBeIn(rule.spacingM());
      all &= rule.spacingM().contains(spacing.low()) && rule.spacingM().contains(spacing.high());
    }
    if (!some) {
      return Optional.empty();
    }
    Optional<Wording> under =
        all ? Optional.empty() : Optional.of(Conditions.spacing(rule.spacingM()));
    return Optional.of(new Candidate(rule.head(), rule.limitKg(), under));
  }

  private void spans() {
    for (OfSpan rule : ofKind(OfSpan.class)) {
      eachRun(
          1,
          (first, axles) -> {
            Span extent = vehicle.extentM(first, axles);
            if (extent.mayBeIn(rule.spanM())) {
              boolean sure = surely(extent, rule.spanM());
              findings.add(
                  load(Subject.AXLE, first, axles)
                      .against(
                          List.of(
                              new Candidate(
                                  rule.head(),
                                  rule.limitKg(),
                                  sure
                                      ? Optional.empty()
                                      : Optional.of(Conditions.extent(rule.spanM())))),
                          List.of(),
                          !sure,
                          false,
                          penalties));
            }
          });
    }
  }

  private void gross() {
    if (pack.limits().stream().noneMatch(OfGross.class::isInstance)) {
      return;
    }
    List<Candidate> legal =
        new GrossLimits(vehicle, known, pack.groupGapM(), layouts).of(ofKind(OfGross.class));
    List<Candidate> effective = new ArrayList<>();
    List<Candidate> setAside = new ArrayList<>();
    Optional<RuleHead> registration = pack.registered().filter(rule -> rule.isInForce(known.on()));
    if (registration.isPresent() && known.registeredKg().isPresent()) {
      RuleHead rule = registration.get();
      double registered = known.registeredKg().getAsDouble();
      for (Candidate candidate : legal) {
        (registered < candidate.limitKg() ? setAside : effective).add(candidate);
      }
      if (!setAside.isEmpty() || legal.isEmpty()) {
        boolean always = effective.isEmpty();
        Optional<Wording> under = always ? Optional.empty() : setAside.get(0).under();
        effective.add(new Candidate(rule, registered, under));
      }
    } else {
      effective.addAll(legal);
    }
    findings.add(
        load(Subject.GROSS, 0, vehicle.axles())
            .against(effective, setAside, false, legal.isEmpty(), penalties));
  }

  private void bridges() {
    for (ByBridgeFormula rule : ofKind(ByBridgeFormula.class)) {
      eachRun(
          2,
          (first, axles) -> {
            Span extent = vehicle.extentM(first, axles);
            if (rule.axles().contains(axles) && extent.mayBeIn(rule.spanM())) {
              findings.add(
                  load(Subject.SPAN, first, axles)
                      .against(
                          BridgeLimits.of(rule, vehicle, first, axles),
                          List.of(),
                          !surely(extent, rule.spanM()),
                          false,
                          penalties));
            }
          });
    }
  }

  private interface RunOfAxles {
    void at(int first, int axles);
  }

  private void eachRun(int fewest, RunOfAxles run) {
    for (int axles = fewest; axles <= vehicle.axles(); axles++) {
      for (int first = 0; first + axles <= vehicle.axles(); first++) {
        run.at(first, axles);
      }
    }
  }

  static boolean surely(Span span, Range range) {
    return range.contains(span.low()) && range.contains(span.high());
  }

  private List<Note> notes() {
    return pack.notes().stream()
        .filter(note -> note.from().map(day -> !known.on().isBefore(day)).orElse(true))
        .filter(note -> isOccasion(note.when()))
        .toList();
  }

  private boolean isOccasion(Occasion occasion) {
    return switch (occasion) {
      case ALWAYS -> true;
      case LIFTED_AXLE -> vehicle.flags().all().contains(MotionFlags.LIFTED_AXLE);
      case KINGPIN_ESTIMATED ->
          known.kingpinM().isEmpty()
              && layouts.stream().anyMatch(layout -> layout.kingpinAheadM().isPresent());
      case REGISTERED_UNKNOWN -> pack.registered().isPresent() && known.registeredKg().isEmpty();
    };
  }
}
