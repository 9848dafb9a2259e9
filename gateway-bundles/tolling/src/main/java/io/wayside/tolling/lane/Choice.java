// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/**
 * Which tag was taken for a vehicle.
 *
 * @param score of the chosen tag, 0 to 1
 * @param runnerUp the next best tag that might have been taken
 * @param runnerUpScore its score; 0 without one
 */
public record Choice(
    TagNumber tag, double score, Optional<TagNumber> runnerUp, double runnerUpScore) {}
