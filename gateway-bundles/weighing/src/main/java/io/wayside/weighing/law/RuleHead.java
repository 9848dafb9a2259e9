// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What every rule begins with.
 *
 * @param id by which a decision names it
 * @param name for people
 * @param evidence where it stands and how sure that is
 * @param validFrom the first day
 * @param validTo the last day; empty when none is known
 */
public record RuleHead(
    String id, Wording name, Evidence evidence, LocalDate validFrom, Optional<LocalDate> validTo) {

  boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }
}
