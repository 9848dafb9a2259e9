// SPDX-License-Identifier: Apache-2.0
/** Plates that cameras read, put to the vehicles that a counter counted. Pure. */
@NullMarked
package io.wayside.counting.plate;

import org.jspecify.annotations.NullMarked;
