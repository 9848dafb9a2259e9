// SPDX-License-Identifier: Apache-2.0
/** The indicator line under every fault of the rig, judged against the lane's truth. */
@NullMarked
package io.wayside.rig.scenarios.faults;

import org.jspecify.annotations.NullMarked;
