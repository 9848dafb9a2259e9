// SPDX-License-Identifier: Apache-2.0
/** What is told of a vehicle that crossed a line: class, length, speed, and doubts. */
@NullMarked
package io.wayside.counting.sighting;

import org.jspecify.annotations.NullMarked;
