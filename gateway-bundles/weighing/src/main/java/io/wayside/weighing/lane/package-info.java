// SPDX-License-Identifier: Apache-2.0
/**
 * What the station at the road and the command line share: an instrument opened from its document,
 * and the judge of what it weighed. Pure logic.
 */
@NullMarked
package io.wayside.weighing.lane;

import org.jspecify.annotations.NullMarked;
