// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

/** The numbers of CBOR (RFC 8949, 3) that occur in record content. */
final class CborForm {

  /** Major types, the upper three bits of an initial byte. */
  static final int WHOLE = 0;

  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int LIST = 4;
  static final int FIELDS = 5;
  static final int TAG = 6;

  /** The lower five bits: how many bytes of argument follow. */
  static final int ONE_BYTE = 24;

  static final int TWO_BYTES = 25;
  static final int FOUR_BYTES = 26;
  static final int EIGHT_BYTES = 27;
  static final int INDEFINITE = 31;

  /** Whole initial bytes of major type 7. */
  static final int FALSE = 0xf4;

  static final int TRUE = 0xf5;
  static final int NULL = 0xf6;
  static final int REAL_16 = 0xf9;
  static final int REAL_32 = 0xfa;
  static final int REAL_64 = 0xfb;

  private CborForm() {}
}
