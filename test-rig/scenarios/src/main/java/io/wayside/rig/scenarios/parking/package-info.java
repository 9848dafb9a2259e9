// SPDX-License-Identifier: Apache-2.0
/** A car park with an entry and an exit, its drivers, and what is true of them. */
@NullMarked
package io.wayside.rig.scenarios.parking;

import org.jspecify.annotations.NullMarked;
