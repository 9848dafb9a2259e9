// SPDX-License-Identifier: Apache-2.0
/** Stations that count traffic, as the framework sees them. */
@NullMarked
package io.wayside.counting;

import org.jspecify.annotations.NullMarked;
