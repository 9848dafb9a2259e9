// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.E1318;
import io.wayside.weighing.accuracy.R134;
import java.util.Optional;

/**
 * All that is told about a set of pairs.
 *
 * @param intervalKg scale interval by which R 134 was judged; empty when by percent alone
 * @param conditionsAssumed whether environment or plan was not given and the strictest was taken
 */
record AccuracyReport(
    Cost323 cost323,
    R134 r134,
    Optional<Double> intervalKg,
    E1318 e1318,
    boolean conditionsAssumed) {}
