// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/**
 * Which rules give an aid its side and colour. Stated for each aid and never inferred: on inland
 * waterways right and left are as one looks downstream, at sea as one comes in.
 */
public enum Convention {
  QCVN_39,
  QCVN_20,
  IALA_A,
  IALA_B
}
