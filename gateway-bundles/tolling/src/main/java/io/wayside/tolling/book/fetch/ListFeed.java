// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedTrouble;
import java.io.IOException;
import java.util.Optional;

/** Where lists are fetched from. */
public interface ListFeed {

  /**
   * The index as it is now.
   *
   * @param tag what makes this state of it known again (RFC 9110, 8.8.3); empty: nothing does
   */
  record Index(String text, Optional<String> tag) {}

  /** For messages. */
  String address();

  /**
   * The index, unless it is still the one that was read.
   *
   * @param read tag of that one
   */
  Optional<Index> index(Optional<String> read) throws FeedTrouble, InterruptedException;

  /**
   * Brings what is missing of a file.
   *
   * @throws IOException when it cannot be written down here
   */
  void bring(FeedFile file, PartialFile into) throws FeedTrouble, IOException, InterruptedException;
}
