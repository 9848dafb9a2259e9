// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import java.time.Duration;

/**
 * What is played.
 *
 * @param lanes that write
 * @param spacing between two records of a lane
 * @param away how long the office is not there
 * @param latency of a request that it answers
 * @param kills of the process while all is made up for
 * @param mischief of a hundred requests after its return, how many go wrong
 * @param form {@code iso} or {@code netc}
 */
record OutagePlan(
    int lanes,
    Duration spacing,
    Duration away,
    Duration latency,
    int kills,
    int mischief,
    String form,
    long seed) {}
