// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

/** What changed in the health of the sensors. */
public sealed interface FaultNews {

  Fault fault();

  /** A fault was recognised. */
  record Began(Fault fault) implements FaultNews {}

  /** The sensor is to be believed again, from then on. */
  record Ended(Fault fault, long nanos) implements FaultNews {}
}
