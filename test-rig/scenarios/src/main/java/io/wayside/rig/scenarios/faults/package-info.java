// SPDX-License-Identifier: Apache-2.0
/** The line to the scale under every fault of the rig: what was recorded against what was true. */
@NullMarked
package io.wayside.rig.scenarios.faults;

import org.jspecify.annotations.NullMarked;
