// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import java.time.Duration;
import java.util.Optional;

/** A feed did not give what was asked for; the kind says what can be done. */
public abstract sealed class FeedTrouble extends Exception {

  private static final long serialVersionUID = 1L;

  private FeedTrouble(String message) {
    super(message);
  }

  /** It cannot be reached, or broke off: what was brought is kept and gone on with later. */
  public static final class Away extends FeedTrouble {
    private static final long serialVersionUID = 1L;
    private final long askedMs;

    public Away(String message) {
      this(message, Optional.empty());
    }

    /**
     * It does not want to be asked for some time.
     *
     * @param asked for how long; empty when it did not say
     */
    public Away(String message, Optional<Duration> asked) {
      super(message);
      this.askedMs = asked.map(Duration::toMillis).orElse(-1L);
    }

    public Optional<Duration> asked() {
      return askedMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(askedMs));
    }
  }

  /** What it has is not what its index says: read the index anew. */
  public static final class Unlike extends FeedTrouble {
    private static final long serialVersionUID = 1L;

    public Unlike(String message) {
      super(message);
    }
  }
}
