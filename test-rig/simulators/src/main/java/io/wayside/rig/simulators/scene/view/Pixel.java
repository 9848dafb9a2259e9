// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.view;

/** A place in a picture: to the right and down, (0, 0) the middle of the first pixel. */
public record Pixel(double x, double y) {}
