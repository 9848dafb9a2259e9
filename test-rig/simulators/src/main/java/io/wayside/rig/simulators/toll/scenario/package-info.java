// SPDX-License-Identifier: Apache-2.0
/** Named scenarios of a toll lane, each with what must come of every vehicle. */
@NullMarked
package io.wayside.rig.simulators.toll.scenario;

import org.jspecify.annotations.NullMarked;
