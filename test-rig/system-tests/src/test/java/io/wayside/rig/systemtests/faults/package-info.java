// SPDX-License-Identifier: Apache-2.0
/**
 * The real driver and the real station on a line with every fault of the rig, in simulated time.
 */
@NullMarked
package io.wayside.rig.systemtests.faults;

import org.jspecify.annotations.NullMarked;
