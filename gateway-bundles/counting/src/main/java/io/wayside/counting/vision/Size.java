// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** Width and height of a box, in pixels. */
public record Size(double w, double h) {}
