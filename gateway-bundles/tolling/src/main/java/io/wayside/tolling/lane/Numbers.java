// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** Gives every vehicle of a lane its own number. */
final class Numbers {

  private long next;

  Numbers(long first) {
    this.next = first;
  }

  long next() {
    return next++;
  }

  /** Numbers up to this one are taken. */
  void after(long taken) {
    next = Math.max(next, taken + 1);
  }
}
