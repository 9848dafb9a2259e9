// SPDX-License-Identifier: Apache-2.0
/** Where the sun stands. */
@NullMarked
package io.wayside.waterway.sun;

import org.jspecify.annotations.NullMarked;
