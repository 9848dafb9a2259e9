// SPDX-License-Identifier: Apache-2.0
/** Shifts and business days: what a lane's records come to, and what does not fit. */
@NullMarked
package io.wayside.tolling.shift;

import org.jspecify.annotations.NullMarked;
