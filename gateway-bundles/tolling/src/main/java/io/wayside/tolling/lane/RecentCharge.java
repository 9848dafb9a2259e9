// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;

/**
 * A tag that an earlier run has charged.
 *
 * @param ageNanos how long ago it passed, by wall time
 */
public record RecentCharge(TagNumber tag, long ageNanos) {}
