// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.tag.TagNumber;

/**
 * A tag came into the system or left it.
 *
 * @param in or out
 * @param point where, when, and by which record
 * @param doubtful the passage was in doubt
 */
public record Crossing(TagNumber tag, boolean in, EntryPoint point, boolean doubtful) {}
