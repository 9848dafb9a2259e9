// SPDX-License-Identifier: Apache-2.0
/** Time for simulated devices: real, or stepped by a test. */
@NullMarked
package io.wayside.rig.simulators.clock;

import org.jspecify.annotations.NullMarked;
