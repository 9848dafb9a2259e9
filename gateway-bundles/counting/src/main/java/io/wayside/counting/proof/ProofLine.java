// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

/**
 * A counting line in pixels of the picture, as the machine was given it.
 *
 * @param id its name in the events
 */
public record ProofLine(String id, double fromX, double fromY, double toX, double toY) {}
