// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

/**
 * The rows of all numbers of one length.
 *
 * @param bits of the numbers
 * @param at where the first row begins, in bytes
 * @param rows how many, in the order of the numbers
 * @param width bytes of a row
 */
record Section(int bits, int at, int rows, int width) {

  int keyBytes() {
    return (bits + 7) / 8;
  }

  int end() {
    return at + rows * width;
  }
}
