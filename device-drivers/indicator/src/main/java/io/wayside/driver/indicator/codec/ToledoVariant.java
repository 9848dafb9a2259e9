// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

/**
 * How a device fills the Toledo frame. All but the first two are clones seen in the field, which
 * are wrong and must be chosen on purpose.
 */
enum ToledoVariant {
  PLAIN,
  CHECKED,
  /** Code of the point read as the number of decimals, without the offset of two. */
  CLONE_DECIMALS,
  /** Bit 4 of status word B set means pounds. */
  CLONE_POUND_BIT,
  /** An eighteenth byte that is the XOR of the seventeen. */
  CLONE_XOR;

  int checkBytes() {
    return this == CHECKED || this == CLONE_XOR ? 1 : 0;
  }

  /** CHECKED: the eighteen bytes add up to zero, modulo 128. */
  boolean checkIsRight(byte[] frame) {
    int sum = 0;
    int xor = 0;
    for (byte each : frame) {
      sum += each;
      xor ^= each;
    }
    return switch (this) {
      case CHECKED -> (sum & 0x7F) == 0;
      case CLONE_XOR -> (xor & 0x7F) == 0;
      default -> true;
    };
  }

  MassUnit isKilogram(boolean bit4) {
    return bit4 == (this != CLONE_POUND_BIT) ? MassUnit.KILOGRAM : MassUnit.POUND;
  }

  /** Codes 0 and 1 mean hundreds and tens, 2 means units, 3 to 7 one to five decimals. */
  AsciiNumber placed(AsciiNumber digits, int code) {
    int decimals = this == CLONE_DECIMALS ? code : code - 2;
    return switch (decimals) {
      case -2 -> new AsciiNumber(100 * digits.digits(), 0);
      case -1 -> new AsciiNumber(10 * digits.digits(), 0);
      default -> new AsciiNumber(digits.digits(), decimals);
    };
  }
}
