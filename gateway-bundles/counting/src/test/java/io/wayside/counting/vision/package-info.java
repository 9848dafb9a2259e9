// SPDX-License-Identifier: Apache-2.0
/** Loops and axle sensors: edges of contacts in, vehicles out. Pure logic, time in the events. */
@NullMarked
package io.wayside.counting.vision;

import org.jspecify.annotations.NullMarked;
