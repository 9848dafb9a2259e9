// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.tag.TagNumber;

/**
 * A tag passed two lanes within the time of duplicates, and neither knew of the other when it did.
 * One of the two charges is wrong; which one, a person or the office has to say.
 *
 * @param lane the other lane
 * @param hereNanos when it passed here
 * @param thereNanos when it passed there, on this lane's clock
 */
public record Conflict(TagNumber tag, String lane, long hereNanos, long thereNanos) {}
