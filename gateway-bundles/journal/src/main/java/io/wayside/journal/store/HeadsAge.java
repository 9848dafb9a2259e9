// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.List;
import java.util.Optional;

/**
 * Tells when the heads files are not those that belong to the database: both gone, or behind it by
 * more than their writing ever is. They are brought up to date about once a second.
 */
final class HeadsAge {

  /** More commits than are made within the seconds for which writing them may be held up. */
  private static final long MOST_BEHIND = 20_000;

  private HeadsAge() {}

  static List<Finding> findings(Contents contents, Optional<HeadsFile.Content> known) {
    if (contents.batch() == 0) {
      return List.of();
    }
    if (known.isEmpty()) {
      return List.of(
          new Finding(
              "heads-lost",
              "both heads files are gone or damaged; without them an older copy of the database"
                  + " would not have been noticed: compare the numbers with the centre's",
              ""));
    }
    long behind = contents.batch() - known.get().batch();
    return behind <= MOST_BEHIND
        ? List.of()
        : List.of(
            new Finding(
                "heads-old",
                "the heads files are "
                    + behind
                    + " commits older than the database: files of the journal were put back from a"
                    + " copy, or could not be written; compare the numbers with the centre's",
                ""));
  }
}
