// SPDX-License-Identifier: Apache-2.0
/** The lane: what it hears, what it does, and the vehicles in it. */
@NullMarked
package io.wayside.tolling.lane;

import org.jspecify.annotations.NullMarked;
