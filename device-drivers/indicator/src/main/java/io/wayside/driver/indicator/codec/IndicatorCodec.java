// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

/**
 * Decodes the stream of one format. It finds frames in any bytes, holds at most one frame, drops
 * what is wrong, reports all it drops, and never repairs. Not for several threads.
 */
public interface IndicatorCodec {

  /**
   * Takes the next byte.
   *
   * @param arrivalNanos when it arrived
   */
  void accept(byte next, long arrivalNanos, Heard heard);

  /** Forgets what it holds; what comes next has no connection with what came before. */
  void reset();
}
