// SPDX-License-Identifier: Apache-2.0
/** Toll lanes, parking lanes and ticket gates: passages in, charges out. */
@NullMarked
package io.wayside.tolling;

import org.jspecify.annotations.NullMarked;
