// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.health.Health;

/**
 * One device on a link over the life of its driver: bytes with their times of arrival go in. All
 * times are nanoseconds on one monotonic clock. Called by one thread.
 */
public interface LinkSession {

  /** The link was opened. */
  void opened(long nowNanos);

  /**
   * Bytes arrived.
   *
   * @param from who sent them, where several may; else empty text
   */
  void received(byte[] buffer, int count, String from, long nowNanos);

  /** Time passed without bytes. */
  void quiet(long nowNanos);

  /**
   * The link could not be opened, or broke.
   *
   * @param detail names the link and the remedy
   */
  void down(String detail, long nowNanos);

  /** The driver stops. */
  void stopped(long nowNanos);

  /** Whether what is wanted came since the link was opened. */
  boolean heardSinceOpened();

  Health health();

  /** What was heard since the driver started, for the log. */
  String counts();
}
