// SPDX-License-Identifier: Apache-2.0
/** The shipped gateway as a process, with a simulated lane before and a real broker behind it. */
@NullMarked
package io.wayside.rig.systemtests.outside;

import org.jspecify.annotations.NullMarked;
