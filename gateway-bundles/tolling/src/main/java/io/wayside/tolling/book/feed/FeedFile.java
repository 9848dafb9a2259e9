// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

/**
 * A part of a list as a feed names it.
 *
 * @param name below the feed's address
 * @param bytes its whole length
 */
public record FeedFile(String name, long bytes) {}
