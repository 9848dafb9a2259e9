// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.weighing.law.Finding.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A load that is held against limits.
 *
 * @param deductedKg what is compared
 * @param uncertaintyKg expanded uncertainty of it
 */
record Load(
    Subject subject,
    int firstAxle,
    int axles,
    double measuredKg,
    double deductedKg,
    double uncertaintyKg) {

  static Load of(Weighed vehicle, Subject subject, int first, int axles, double deductionPercent) {
    double kept = 1 - deductionPercent / 100;
    double measured = vehicle.loadKg(first, axles);
    return new Load(
        subject,
        first,
        axles,
        measured,
        measured * kept,
        vehicle.uncertaintyKg(first, axles) * kept);
  }

  Verdict against(double lowestKg, double highestKg) {
    if (deductedKg - uncertaintyKg > highestKg) {
      return Verdict.OVER;
    }
    return deductedKg + uncertaintyKg <= lowestKg ? Verdict.WITHIN : Verdict.UNDECIDED;
  }

  /**
   * The finding.
   *
   * @param mayNotApply whether perhaps none of the limits applies, so that nothing is surely over
   * @param incomplete whether limits are missing that may be lower, so that nothing is surely
   *     within
   */
  Finding against(
      List<Candidate> limits,
      List<Candidate> setAside,
      boolean mayNotApply,
      boolean incomplete,
      List<Penalty> penalties) {
    if (limits.isEmpty()) {
      return finding(limits, setAside, Verdict.UNDECIDED, Reason.NO_RULE, Optional.empty());
    }
    double lowest = limits.stream().mapToDouble(Candidate::limitKg).min().orElseThrow();
    double highest = limits.stream().mapToDouble(Candidate::limitKg).max().orElseThrow();
    Verdict verdict = against(lowest, highest);
    if (verdict == Verdict.UNDECIDED) {
      boolean limitsAgree = deductedKg > highest || deductedKg <= lowest;
      Reason reason = limitsAgree ? Reason.UNCERTAINTY : Reason.CANDIDATES;
      return finding(limits, setAside, verdict, reason, Optional.empty());
    }
    if (verdict == Verdict.OVER && mayNotApply) {
      return finding(limits, setAside, Verdict.UNDECIDED, Reason.CANDIDATES, Optional.empty());
    }
    if (verdict == Verdict.WITHIN && incomplete) {
      return finding(limits, setAside, Verdict.UNDECIDED, Reason.NO_RULE, Optional.empty());
    }
    return finding(
        limits,
        setAside,
        verdict,
        Reason.DECIDED,
        verdict == Verdict.OVER ? penalty(highest, penalties) : Optional.empty());
  }

  private Optional<Penalty> penalty(double limitKg, List<Penalty> penalties) {
    double overPercent = 100 * (deductedKg - limitKg) / limitKg;
    return penalties.stream()
        .filter(penalty -> penalty.of().contains(subject))
        .filter(penalty -> penalty.overPercent().contains(overPercent))
        .max(Comparator.comparingDouble(penalty -> penalty.overPercent().low()));
  }

  private Finding finding(
      List<Candidate> limits,
      List<Candidate> setAside,
      Verdict verdict,
      Reason reason,
      Optional<Penalty> penalty) {
    return new Finding(
        subject,
        firstAxle,
        axles,
        measuredKg,
        deductedKg,
        uncertaintyKg,
        limits,
        setAside,
        verdict,
        reason,
        penalty);
  }
}
