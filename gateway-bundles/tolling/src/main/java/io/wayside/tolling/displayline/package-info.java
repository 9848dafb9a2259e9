// SPDX-License-Identifier: Apache-2.0
/** A text display on a serial line or TCP, told sentence by sentence. */
@NullMarked
package io.wayside.tolling.displayline;

import org.jspecify.annotations.NullMarked;
