// SPDX-License-Identifier: Apache-2.0
/** Pictures become foreground, with OpenCV. All native memory is released by {@code close}. */
@NullMarked
package io.wayside.counting.picture;

import org.jspecify.annotations.NullMarked;
