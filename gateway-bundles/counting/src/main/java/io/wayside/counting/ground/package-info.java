// SPDX-License-Identifier: Apache-2.0
/**
 * From pixels to metres: the plane of the road, how the camera stands over it, and which vehicle
 * would look as large as what is seen.
 */
@NullMarked
package io.wayside.counting.ground;

import org.jspecify.annotations.NullMarked;
