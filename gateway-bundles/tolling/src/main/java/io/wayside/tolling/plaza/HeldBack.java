// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.tag.TagNumber;

/**
 * A passage about whose tag nobody could be asked. It is not charged before the other lanes were.
 *
 * @param passage number by which the lane knows it
 * @param score of the tag for the vehicle
 * @param atNanos when the tag was taken for it, monotonic; may be before this boot
 */
public record HeldBack(long passage, TagNumber tag, double score, long atNanos) {}
