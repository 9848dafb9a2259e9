// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * A small place of a picture that is much brighter than the road was and than what is around it.
 *
 * @param at its middle
 * @param w width in pixels
 * @param h height in pixels
 * @param red whether it shines red, as lamps at the rear do
 */
public record Spot(Point at, double w, double h, boolean red) {}
