// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the law says about one axle, group or the whole.
 *
 * @param firstAxle index of its first axle, from 0
 * @param axles how many
 * @param measuredKg as weighed
 * @param deductedKg after the deduction; this is compared
 * @param uncertaintyKg expanded uncertainty of what is compared
 * @param candidates limits that may apply, the lowest first; empty when no rule knows such axles
 * @param setAside legal limits that the registered weight undercuts
 * @param reason why it is undecided; DECIDED when it is not
 * @param penalty the band it falls into, as information; only when it is over
 */
public record Finding(
    Subject subject,
    int firstAxle,
    int axles,
    double measuredKg,
    double deductedKg,
    double uncertaintyKg,
    List<Candidate> candidates,
    List<Candidate> setAside,
    Verdict verdict,
    Reason reason,
    Optional<Penalty> penalty) {

  /** Why a finding is undecided. */
  public enum Reason {
    DECIDED,
    /** The interval of uncertainty straddles a limit. */
    UNCERTAINTY,
    /** Several limits may apply, and they do not agree. */
    CANDIDATES,
    /** No rule of the pack knows such axles. */
    NO_RULE
  }

  public Finding {
    setAside = List.copyOf(setAside);
    candidates =
        candidates.stream().sorted(Comparator.comparingDouble(Candidate::limitKg)).toList();
  }

  /**
   * The limit that the margin is counted from: the highest when it is over, since then it is over
   * all of them, else the lowest.
   */
  public Optional<Candidate> governing() {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(candidates.get(verdict == Verdict.OVER ? candidates.size() - 1 : 0));
  }

  /** How far below the governing limit, negative when above; NaN without a limit. */
  public double marginKg() {
    return governing().map(limit -> limit.limitKg() - deductedKg).orElse(Double.NaN);
  }

  /** The margin in percent of the governing limit; NaN without a limit. */
  public double marginPercent() {
    return governing().map(limit -> 100 * marginKg() / limit.limitKg()).orElse(Double.NaN);
  }
}
