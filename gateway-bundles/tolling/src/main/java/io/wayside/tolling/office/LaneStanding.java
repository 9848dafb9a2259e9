// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import java.time.Instant;
import java.util.Optional;

/**
 * How posting stands for one lane.
 *
 * @param waiting records for the office, some of them perhaps not
 * @param oldest when the first of them happened
 * @param failures in a row
 * @param trouble the last one's words; empty when the last request worked
 */
public record LaneStanding(
    String stream, long waiting, Optional<Instant> oldest, int failures, String trouble) {}
