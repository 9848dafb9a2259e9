// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

/** A change of the published character that waits for its second person. */
record Proposal(Order order, long expiresNanos) {

  boolean isOver(long nowNanos) {
    return nowNanos - expiresNanos >= 0;
  }

  /** The same person is the same by whichever way he asks. */
  boolean isFrom(String actor) {
    return order.asked().actor().strip().equalsIgnoreCase(actor.strip());
  }
}
