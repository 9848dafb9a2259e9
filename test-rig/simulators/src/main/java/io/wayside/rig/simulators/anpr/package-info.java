// SPDX-License-Identifier: Apache-2.0
/** Plate cameras on loopback ports, with encoders of their own. */
@NullMarked
package io.wayside.rig.simulators.anpr;

import org.jspecify.annotations.NullMarked;
