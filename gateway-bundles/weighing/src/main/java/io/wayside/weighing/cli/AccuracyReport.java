// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.E1318;
import io.wayside.weighing.accuracy.R134;

/**
 * All that is told about a set of pairs.
 *
 * @param conditionsAssumed whether environment or plan was not given and the strictest was taken
 */
record AccuracyReport(Cost323 cost323, R134 r134, E1318 e1318, boolean conditionsAssumed) {}
