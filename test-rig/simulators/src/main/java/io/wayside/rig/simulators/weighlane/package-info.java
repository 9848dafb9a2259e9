// SPDX-License-Identifier: Apache-2.0
/** A static axle-by-axle weigh lane: vehicles, platform load, ground truth. */
@NullMarked
package io.wayside.rig.simulators.weighlane;

import org.jspecify.annotations.NullMarked;
