// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.journal.seal.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * With what a journal is sealed, and how often its heads are stated.
 *
 * @param attestEvery how often a signed statement over the heads of all streams is written while
 *     something moves; zero for never
 * @param token where the key is when it is not in a file
 */
public record Sealing(Duration attestEvery, Optional<Token> token) {

  /** A key in a file, and a statement every five minutes. */
  public static Sealing standard() {
    return new Sealing(Duration.ofMinutes(5), Optional.empty());
  }
}
