// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;

/** What was counted of a stream beside its numbers; see {@link StreamCount}. */
record StreamTotals(
    long chainBreaks, long repeated, long conflicting, long refused, Instant lastHeard) {

  static final StreamTotals NONE = new StreamTotals(0, 0, 0, 0, Instant.EPOCH);
}
