// SPDX-License-Identifier: Apache-2.0
/** Road profiles by ISO 8608 and their roughness. */
@NullMarked
package io.wayside.rig.simulators.motion.road;

import org.jspecify.annotations.NullMarked;
