// SPDX-License-Identifier: Apache-2.0
/** Stations of the waterway, as the framework sees them. */
@NullMarked
package io.wayside.waterway;

import org.jspecify.annotations.NullMarked;
