// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Connected foreground.
 *
 * @param box around it
 * @param area its pixels
 */
public record Blob(Box box, double area) {}
