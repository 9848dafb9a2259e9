// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.health.Health;

/** One run of a station that is moved on step by step, by one thread. */
public interface Steps extends AutoCloseable {

  /** Takes what was heard, waiting for it at most until something is due, and does what is due. */
  void step() throws InterruptedException;

  Health health();

  /** Outputs fall to their safe state, nothing is heard any more. */
  @Override
  void close();
}
