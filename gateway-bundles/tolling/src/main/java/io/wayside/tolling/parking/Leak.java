// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

/** Ways in which a vehicle passes that is not paid for. */
public enum Leak {
  /** The barrier was raised and no stay stood behind it. */
  OPENED_WITHOUT_SESSION,
  /** A vehicle left and nobody knows its entry. */
  EXIT_WITHOUT_ENTRY,
  /** A second vehicle passed on one opening. */
  TAILGATE,
  /** A vehicle passed while the barrier was not raised for it. */
  PASSED_CLOSED
}
