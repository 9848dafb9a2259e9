// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.weighing.law.Limit.ByBridgeFormula;
import io.wayside.weighing.law.Limit.ByBridgeFormula.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits of neighbouring axles by the bridge formula and its exceptions. */
final class BridgeLimits {

  private BridgeLimits() {}

  static List<Candidate> of(ByBridgeFormula rule, Weighed vehicle, int first, int axles) {
    Span extent = vehicle.extentM(first, axles);
    List<Candidate> limits = new ArrayList<>();
    limits.add(at(rule, vehicle, first, axles, extent.low()));
    if (!extent.isKnown()) {
      limits.add(at(rule, vehicle, first, axles, extent.high()));
    }
    return limits;
  }

  private static Candidate at(
      ByBridgeFormula rule, Weighed vehicle, int first, int axles, double spanM) {
    double formula = rule.formula().limitKg(axles, spanM);
    for (Allowance allowance : rule.exceptions()) {
      if (allowance.limitKg() > formula
          && allowance.spanM().contains(spanM)
          && isOfSets(allowance, vehicle, first, axles)) {
        return new Candidate(allowance.head(), allowance.limitKg(), Optional.empty());
      }
    }
    return new Candidate(rule.head(), formula, Optional.empty());
  }

  private static boolean isOfSets(Allowance allowance, Weighed vehicle, int first, int axles) {
    if (allowance.sets().stream().mapToInt(n -> n).sum() != axles) {
      return false;
    }
    int at = first;
    for (int set : allowance.sets()) {
      if (!vehicle.extentM(at, set).mayBeIn(allowance.setSpanM())) {
        return false;
      }
      at += set;
    }
    return true;
  }
}
