// SPDX-License-Identifier: Apache-2.0
/** How an aid is: its light, its place, its power, and since when. */
@NullMarked
package io.wayside.waterway.watch;

import org.jspecify.annotations.NullMarked;
