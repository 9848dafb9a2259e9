// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/** Where a pulse lies: its first and last sample above the threshold. */
record Span(long start, long end) {

  long width() {
    return end - start + 1;
  }
}
