// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import org.jspecify.annotations.Nullable;

/** When to speak: every so often, and soon after there is something new. */
final class Turn {

  /** The air is not for one alone: news and new attempts keep this distance. */
  static final long APART_NANOS = 10_000_000_000L;

  private final long everyNanos;
  private @Nullable Object said;
  private long nextNanos;
  private long notBeforeNanos;

  Turn(long everyNanos, long nowNanos) {
    this.everyNanos = everyNanos;
    this.nextNanos = nowNanos;
    this.notBeforeNanos = nowNanos;
  }

  /**
   * Whether it is time.
   *
   * @param gist what makes an announcement another one, such as a state and no figure
   */
  boolean isDue(Object gist, long nowNanos) {
    boolean regular = nowNanos - nextNanos >= 0;
    boolean news = !gist.equals(said) && nowNanos - notBeforeNanos >= 0;
    return regular || news;
  }

  void spoke(Object gist, long nowNanos) {
    said = gist;
    nextNanos = nowNanos + everyNanos;
    notBeforeNanos = nowNanos + APART_NANOS;
  }

  /** It was not said: again soon, whatever it is then. */
  void failed(long nowNanos) {
    nextNanos = nowNanos + APART_NANOS;
    notBeforeNanos = nextNanos;
  }
}
