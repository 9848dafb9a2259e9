// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * How a piece of the picture moved, whatever outlines say.
 *
 * @param at where it is now
 * @param by how far it has come, in pixels
 * @param duringS in so many seconds
 */
public record Drift(Point at, Point by, double duringS) {}
