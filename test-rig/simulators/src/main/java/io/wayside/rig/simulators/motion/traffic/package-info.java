// SPDX-License-Identifier: Apache-2.0
/** Who comes when: a Vietnamese mix of vehicles, loads, speeds, gaps and manners. */
@NullMarked
package io.wayside.rig.simulators.motion.traffic;

import org.jspecify.annotations.NullMarked;
