// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.quality.Flag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a law pack says about a vehicle.
 *
 * @param pack id of the pack
 * @param on the day whose law was applied
 * @param deductionPercent what was taken off
 * @param findings axles and groups from the front, then the whole
 * @param layouts which layouts the vehicle may have; empty when the pack does not ask
 * @param notOfferedFor flags for which the weighing must not be offered for enforcement, whatever
 *     the findings say; empty when it may be
 * @param notes what must be known with it
 */
public record Decision(
    String pack,
    LocalDate on,
    double deductionPercent,
    List<Finding> findings,
    List<String> layouts,
    List<Flag> notOfferedFor,
    List<Note> notes) {

  public Decision {
    findings = List.copyOf(findings);
    layouts = List.copyOf(layouts);
    notOfferedFor = List.copyOf(notOfferedFor);
    notes = List.copyOf(notes);
  }

  /** The worst of the findings. */
  public Verdict verdict() {
    return findings.stream()
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.UNDECIDED);
  }

  public boolean isOffered() {
    return notOfferedFor.isEmpty();
  }

  /** The heaviest band among the findings. */
  public Optional<Penalty> penalty() {
    return findings.stream()
        .flatMap(finding -> finding.penalty().stream())
        .max(Comparator.comparingDouble(penalty -> penalty.overPercent().low()));
  }
}
