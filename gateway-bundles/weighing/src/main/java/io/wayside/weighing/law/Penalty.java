// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.vehicle.Range;
import java.util.List;

/**
 * A band of penalties, as information.
 *
 * @param head its name states the penalty
 * @param of what must be over
 * @param overPercent by how much of the limit
 */
public record Penalty(RuleHead head, List<Subject> of, Range overPercent) {

  public Penalty {
    of = List.copyOf(of);
  }
}
