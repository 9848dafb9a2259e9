// SPDX-License-Identifier: Apache-2.0
/** Pictures: road, light, weather, solids, lens and sensor. */
@NullMarked
package io.wayside.rig.simulators.scene.paint;

import org.jspecify.annotations.NullMarked;
