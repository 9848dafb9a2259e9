// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/**
 * A tag passed here and in another lane, and neither lane knew of the other when it did.
 *
 * @param otherLane id of that lane
 * @param hereNanos when it passed here
 * @param thereNanos when it passed there, on this lane's clock
 * @param passage lane number of the passage here; empty when it was before a restart
 */
public record DoubleClaim(
    TagNumber tag, String otherLane, long hereNanos, long thereNanos, Optional<Long> passage) {}
