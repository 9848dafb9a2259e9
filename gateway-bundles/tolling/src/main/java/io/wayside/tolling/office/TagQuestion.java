// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;

/**
 * May this tag pass?
 *
 * @param station four digits
 * @param lane three digits
 * @param at when the lane asked
 */
public record TagQuestion(TagNumber tag, String station, String lane, Instant at) {}
