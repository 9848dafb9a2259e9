// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import org.jspecify.annotations.Nullable;

/** One request on its way and what was heard of its answer; pure. */
public interface Exchange {

  /** The bytes to send. */
  byte[] frame();

  /** Hears bytes; returns the answer once there is one, else null. */
  @Nullable Answer hear(byte[] bytes, int count);

  /** What to make of it when no more may come. */
  Answer ended();

  /**
   * Whether the bytes that come next cannot be told apart from those of this exchange, so that the
   * line must be opened anew.
   */
  boolean lostTrack();
}
