// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.stray;

import io.wayside.rig.systemtests.house.Breaks;

/** In no room, and in a package that says nothing about null. */
@Breaks({"every package belongs to a room", "a package says @NullMarked"})
final class BelongsNowhere {
  private BelongsNowhere() {}
}
