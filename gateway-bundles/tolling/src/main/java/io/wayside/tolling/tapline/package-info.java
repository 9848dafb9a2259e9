// SPDX-License-Identifier: Apache-2.0
/** The line of a certified card reader: sentences with a check sum, over a serial line or TCP. */
@NullMarked
package io.wayside.tolling.tapline;

import org.jspecify.annotations.NullMarked;
