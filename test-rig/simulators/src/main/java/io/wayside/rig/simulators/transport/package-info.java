// SPDX-License-Identifier: Apache-2.0
/** Real wires between a simulated device and the software under test. */
@NullMarked
package io.wayside.rig.simulators.transport;

import org.jspecify.annotations.NullMarked;
