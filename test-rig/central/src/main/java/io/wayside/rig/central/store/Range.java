// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

/** Sequence numbers from {@code first} to {@code last}, both included. */
public record Range(long first, long last) {

  public Range {
    if (first > last) {
      throw new IllegalArgumentException(
          "a range ends at or after its beginning: " + first + " > " + last);
    }
  }

  public long size() {
    return last - first + 1;
  }

  /** The smallest range that holds both. */
  static Range spanning(Range one, Range other) {
    return new Range(Math.min(one.first, other.first), Math.max(one.last, other.last));
  }

  @Override
  public String toString() {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}
