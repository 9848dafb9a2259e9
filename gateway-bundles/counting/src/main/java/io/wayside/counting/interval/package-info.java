// SPDX-License-Identifier: Apache-2.0
/** Counts by interval, with how much of it was observed. Pure logic, time in the events. */
@NullMarked
package io.wayside.counting.interval;

import org.jspecify.annotations.NullMarked;
