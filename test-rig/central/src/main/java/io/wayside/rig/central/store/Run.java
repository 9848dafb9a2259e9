// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

/**
 * Stored records whose numbers follow each other without a gap.
 *
 * @param first lowest number
 * @param last highest number
 * @param before previous hash of the record with the lowest number
 * @param hash hash of the record with the highest number
 */
record Run(long first, long last, String before, String hash) {

  Range numbers() {
    return new Range(first, last);
  }
}
