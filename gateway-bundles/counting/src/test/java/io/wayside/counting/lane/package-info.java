// SPDX-License-Identifier: Apache-2.0
/** A counting lane: loops, faults, classes and intervals together. Pure logic. */
@NullMarked
package io.wayside.counting.lane;

import org.jspecify.annotations.NullMarked;
