// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.driver.indicator.codec.YaohuaA9Codec.SeventhCharacter;

/** The formats this driver speaks; their names are those of the site document. */
public enum IndicatorFormat {
  /** XK3190-A9, A6, DS1, DS3, C8, Keli D2008F (tF=0): sign, six digits, decimal position. */
  YAOHUA_A9_DECIMAL_POSITION,

  /** The same frame as some Keli D2008 fill it: sign and seven digits. */
  YAOHUA_A9_SEVEN_DIGITS,

  /** XK3190-D2+, D, D9, ORMT-2000, remote displays, Keli (tF=2, tF=3): "=" and reversed digits. */
  YAOHUA_REVERSED;

  /** A decoder that has heard nothing yet. */
  public IndicatorCodec newCodec() {
    return switch (this) {
      case YAOHUA_A9_DECIMAL_POSITION -> new YaohuaA9Codec(SeventhCharacter.DECIMAL_POSITION);
      case YAOHUA_A9_SEVEN_DIGITS -> new YaohuaA9Codec(SeventhCharacter.DIGIT);
      case YAOHUA_REVERSED -> new ReversedCodec();
    };
  }
}
