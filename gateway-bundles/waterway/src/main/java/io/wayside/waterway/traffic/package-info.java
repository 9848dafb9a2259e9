// SPDX-License-Identifier: Apache-2.0
/** Vessels that pass a line. */
@NullMarked
package io.wayside.waterway.traffic;

import org.jspecify.annotations.NullMarked;
