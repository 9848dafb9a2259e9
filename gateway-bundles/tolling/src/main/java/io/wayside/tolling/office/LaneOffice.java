// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import java.util.OptionalLong;
import java.util.function.Consumer;

/** The back office as a lane sees it. Nothing here waits; safe for several threads. */
public interface LaneOffice {

  /** Whether it is worth waiting for its answers. */
  boolean isReachable();

  /**
   * Asks about a tag.
   *
   * @param withinNanos an answer that takes longer is dropped
   * @param answer called on another thread, once or never
   */
  void ask(TagQuestion question, long withinNanos, Consumer<TagAnswer> answer);

  /**
   * Up to which number the office has settled everything of a stream, or will never be asked to;
   * empty as long as that is not known.
   */
  OptionalLong settledThrough(String stream);
}
