// SPDX-License-Identifier: Apache-2.0
/** Faults of loops, told from what the loops themselves say. Pure logic, time in the events. */
@NullMarked
package io.wayside.counting.fault;

import org.jspecify.annotations.NullMarked;
