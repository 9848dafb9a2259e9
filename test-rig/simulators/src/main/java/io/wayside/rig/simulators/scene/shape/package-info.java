// SPDX-License-Identifier: Apache-2.0
/** Vehicles and people as shaded solids of plausible size and paint. */
@NullMarked
package io.wayside.rig.simulators.scene.shape;

import org.jspecify.annotations.NullMarked;
