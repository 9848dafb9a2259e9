// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * One sentence.
 *
 * @param monotonicNanos when its last byte arrived
 * @param text without line end, check sum and tag block
 * @param tagBlock the tag block before it without its delimiters and check sum, or empty text
 */
public record Sentence(long monotonicNanos, String text, String tagBlock) {}
