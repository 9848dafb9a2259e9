// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

/** Numbers the connections over restarts, so that a death can be told from an older one's. */
public interface BirthDeathCounter {

  /**
   * The number of the next connection: 0 at first, then one more each time, after 255 again 0; kept
   * before it is returned.
   *
   * @throws java.io.UncheckedIOException when it cannot be kept; there must be no connection then
   */
  int next();
}
