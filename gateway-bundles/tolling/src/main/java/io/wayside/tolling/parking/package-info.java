// SPDX-License-Identifier: Apache-2.0
/**
 * Parking: who is inside and since when, what was paid, how many places are taken, and where money
 * leaks. What several lanes of a site know is merged without a centre: in any order, any number of
 * times, to the same end.
 */
@NullMarked
package io.wayside.tolling.parking;

import org.jspecify.annotations.NullMarked;
