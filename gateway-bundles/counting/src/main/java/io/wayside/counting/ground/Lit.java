// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;

/**
 * A vehicle by its lamps.
 *
 * @param outline as a usual one with such lamps would have there
 * @param reach what may be seen of it: a high body, and its image on a wet road
 */
public record Lit(Box outline, Box reach) {}
