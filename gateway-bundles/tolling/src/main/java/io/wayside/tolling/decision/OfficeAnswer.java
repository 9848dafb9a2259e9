// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

/**
 * What the office said of a tag before it passes.
 *
 * @param grants yes or no
 * @param reason the office's own code
 * @param afterMs how long it took, from the question
 */
public record OfficeAnswer(boolean grants, String reason, long afterMs) {}
