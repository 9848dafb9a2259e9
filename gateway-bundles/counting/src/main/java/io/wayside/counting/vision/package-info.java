// SPDX-License-Identifier: Apache-2.0
/**
 * What moves in a picture becomes vehicles that cross lines. Plain Java: pictures are seen by
 * {@code vision.picture}, here there are boxes. Positions are pixels of the working picture (the
 * native one, made smaller), x to the right, y down; times are seconds of one clock.
 */
@NullMarked
package io.wayside.counting.vision;

import org.jspecify.annotations.NullMarked;
