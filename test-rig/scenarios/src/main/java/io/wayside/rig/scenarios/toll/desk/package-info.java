// SPDX-License-Identifier: Apache-2.0
/** Verbs of who answers for the money of a toll station: corrections, and reports of shifts. */
@NullMarked
package io.wayside.rig.scenarios.toll.desk;

import org.jspecify.annotations.NullMarked;
