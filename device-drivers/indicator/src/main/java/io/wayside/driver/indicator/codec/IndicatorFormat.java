// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.driver.indicator.codec.YaohuaA9Codec.SeventhCharacter;
import java.util.Optional;

/**
 * The formats this driver speaks; their names are those of the site document. Those that read the
 * same bytes as another one follow it, so that a suggestion names the usual one first.
 */
public enum IndicatorFormat {
  /** XK3190-A9, A6, DS1, DS3, C8, Keli D2008F (tF=0): sign, six digits, decimal position. */
  YAOHUA_A9_DECIMAL_POSITION,

  /** The same frame as some Keli D2008 fill it: sign and seven digits. */
  YAOHUA_A9_SEVEN_DIGITS,

  /** XK3190-D2+, D, D9, ORMT-2000, remote displays, Keli (tF=2, tF=3): "=" and reversed digits. */
  YAOHUA_REVERSED,

  /** XK3190-A12, A12E: text with ww, wn or wt. */
  YAOHUA_A12,

  /** XK3190-A12(E): text with WG or WN and a check. */
  YAOHUA_A12_CHECKED,

  /** 8142, Jaguar, IND, GM8803 (format 2), FT-11D, XK319A, HT9800-D7, XK315A6: 17 bytes. */
  TOLEDO_CONTINUOUS,

  /** The same with the check sum as an eighteenth byte. */
  TOLEDO_CONTINUOUS_CHECKED,

  /** A clone that sends the number of decimals where Toledo sends a code. */
  TOLEDO_CLONE_DECIMALS,

  /** A clone that sets the bit of kilograms for pounds. */
  TOLEDO_CLONE_POUND_BIT,

  /** A clone whose eighteenth byte is an XOR. */
  TOLEDO_CLONE_XOR,

  /** IND, extended continuous: 24 bytes. */
  TOLEDO_EXTENDED,

  /** The same with the check sum as a twenty-fifth byte. */
  TOLEDO_EXTENDED_CHECKED,

  /** Mettler-Toledo MT-SICS; asked with SI, S or SIR. */
  MT_SICS,

  /** Scale Manufacturers Association SCP-0499; asked with W, P or R. */
  SMA_SCP_0499,

  /** PT650D, XK3102, EX2002, SB520, LP7510, JIK, GM8803 (format 3): "ST,GS," and 18 bytes. */
  ST_GS,

  /** A&amp;D standard format: "ST,+". */
  AND_STANDARD,

  /** Dini Argeo 3590E: "ST,1," and 33 bytes. */
  DINI_3590E,

  /** CAS CI, NT: "ST,GS," with id and lamps, 22 bytes. */
  CAS_22,

  /** HBM WE2110, WE2116; asked with MSV?. */
  HBM_MSV,

  /** GM8803 (format 1): five binary bytes. */
  BCD_GM8803,

  /** HT9800: the same five bytes with the decimals one too high. */
  BCD_HT9800,

  /** T2000A: 19 bytes. */
  T2000A,

  /** Rinstrum R300, R400: automatic output, format 1. */
  RINSTRUM_AUTO;

  /** A decoder that has heard nothing yet. */
  public IndicatorCodec newCodec() {
    return switch (this) {
      case YAOHUA_A9_DECIMAL_POSITION -> new YaohuaA9Codec(SeventhCharacter.DECIMAL_POSITION);
      case YAOHUA_A9_SEVEN_DIGITS -> new YaohuaA9Codec(SeventhCharacter.DIGIT);
      case YAOHUA_REVERSED -> new ReversedCodec();
      case YAOHUA_A12 -> new YaohuaA12Codec();
      case YAOHUA_A12_CHECKED -> new YaohuaA12CheckedCodec();
      case TOLEDO_CONTINUOUS -> new ToledoCodec(ToledoVariant.PLAIN);
      case TOLEDO_CONTINUOUS_CHECKED -> new ToledoCodec(ToledoVariant.CHECKED);
      case TOLEDO_CLONE_DECIMALS -> new ToledoCodec(ToledoVariant.CLONE_DECIMALS);
      case TOLEDO_CLONE_POUND_BIT -> new ToledoCodec(ToledoVariant.CLONE_POUND_BIT);
      case TOLEDO_CLONE_XOR -> new ToledoCodec(ToledoVariant.CLONE_XOR);
      case TOLEDO_EXTENDED -> new ToledoExtendedCodec(false);
      case TOLEDO_EXTENDED_CHECKED -> new ToledoExtendedCodec(true);
      case MT_SICS -> new MtSicsCodec();
      case SMA_SCP_0499 -> new SmaCodec();
      case ST_GS -> new StGsCodec();
      case AND_STANDARD -> new AndCodec();
      case DINI_3590E -> new DiniCodec();
      case CAS_22 -> new CasCodec();
      case HBM_MSV -> new HbmCodec();
      case BCD_GM8803 -> new BcdCodec(0);
      case BCD_HT9800 -> new BcdCodec(1);
      case T2000A -> new T2000aCodec();
      case RINSTRUM_AUTO -> new RinstrumCodec();
    };
  }

  /** The commands by which it is asked for a weight; none for a format that speaks by itself. */
  public Commands commands() {
    return switch (this) {
      case MT_SICS -> new Commands("SI\r\n", "S\r\n", "SIR\r\n");
      case SMA_SCP_0499 -> new Commands("\nW\r", "\nP\r", "\nR\r");
      case HBM_MSV -> new Commands("MSV?\r\n", "", "");
      default -> Commands.NONE;
    };
  }

  /**
   * The keys that can be pressed over its line; none for a format that only speaks.
   *
   * @param deviceNumber of the indicator, where its commands carry one
   */
  public Keys keys(int deviceNumber) {
    return switch (this) {
      case MT_SICS -> Keys.MT_SICS;
      case SMA_SCP_0499 -> Keys.SMA;
      case CAS_22 -> Keys.cas(deviceNumber);
      case TOLEDO_CONTINUOUS, TOLEDO_CONTINUOUS_CHECKED, TOLEDO_EXTENDED, TOLEDO_EXTENDED_CHECKED ->
          Keys.TOLEDO;
      default -> Keys.NONE;
    };
  }

  /**
   * Whether a number given to it now is one of kilograms: MT-SICS says the unit, SMA takes that of
   * its display.
   *
   * @param lastFrame of its weights, hexadecimal
   */
  public boolean takesKilograms(String lastFrame) {
    return this != SMA_SCP_0499 || SmaCodec.unit(lastFrame).equals(Optional.of(MassUnit.KILOGRAM));
  }
}
