// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The family whose lines begin with ST, US or OL. Beyond the range there is no number. */
public enum StatusTextEncoder implements IndicatorEncoder {
  /** 18 bytes: {@code ST,GS,+ 12340kg} CR LF; sign at offset 6, then seven characters. */
  ST_GS {
    @Override
    String line(Indication shown) {
      return status(shown, "OL")
          + (shown.net() ? ",NT," : ",GS,")
          + sign(shown)
          + field(shown, 7, ' ')
          + "kg";
    }
  },
  /** A&D, 18 bytes: {@code ST,+00012.345 kg} CR LF; beyond the range all nines. */
  A_AND_D {
    @Override
    String line(Indication shown) {
      Indication nines = Indication.of(NumberText.nines(8), shown.decimals());
      String number = shown.blank() ? NumberText.right(text(nines), 9, '9') : field(shown, 9, '0');
      return status(shown, "OL") + "," + sign(shown) + number + " kg";
    }
  },
  /**
   * CAS, 22 bytes: {@code ST,GS,} device, lamps, comma, eight characters, a space and the unit.
   * Lamps: bit 7 always, 6 stable, 5 always, 2 gross, 1 tare, 0 zero. The device is number 1, '1'.
   */
  CAS {
    @Override
    String line(Indication shown) {
      return status(shown, "OL")
          + (shown.net() ? ",NT,1" : ",GS,1")
          + (char) lamps(shown)
          + ","
          + (shown.blank() ? " ".repeat(8) : signedField(shown, 8))
          + " kg";
    }
  },
  /**
   * Dini Argeo 3590E, extended: status, scale number, gross in ten characters at offset 5, {@code
   * PT} or two spaces, tare. Readers in the field find the line feed as byte 33; the manual's own
   * table makes 34, see {@link #DINI_MANUAL}. Here the tare has the character less.
   */
  DINI {
    @Override
    String line(Indication shown) {
      return dini(shown, 9);
    }
  },
  /** The same with the ten characters of tare that the manual has: 34 bytes. */
  DINI_MANUAL {
    @Override
    String line(Indication shown) {
      return dini(shown, 10);
    }
  };

  abstract String line(Indication shown);

  @Override
  public long largest() {
    return NumberText.nines(6);
  }

  @Override
  public byte[] encode(Indication shown) {
    String line = line(shown) + "\r\n";
    byte[] frame = line.getBytes(US_ASCII);
    if (this == CAS) {
      frame[7] = (byte) line.charAt(7); // the lamps have bit 7 set
    }
    return frame;
  }

  static String status(Indication shown, String over) {
    return switch (shown.range()) {
      case OVER -> over;
      case UNDER -> "UL";
      case SHOWN -> shown.moving() ? "US" : "ST";
    };
  }

  static String sign(Indication shown) {
    return shown.negative() ? "-" : "+";
  }

  static String text(Indication shown) {
    return NumberText.magnitude(shown.value(), shown.decimals());
  }

  static String field(Indication shown, int width, char filler) {
    return shown.blank() ? " ".repeat(width) : NumberText.right(text(shown), width, filler);
  }

  static String signedField(Indication shown, int width) {
    String sign = shown.negative() ? "-" : "";
    return sign + NumberText.right(text(shown), width - sign.length(), '0');
  }

  static int lamps(Indication shown) {
    return 0xA0
        | (shown.moving() ? 0 : 0x40)
        | (shown.net() ? 0x02 : 0x04)
        | (shown.value() == 0 && !shown.blank() ? 0x01 : 0);
  }

  static String dini(Indication shown, int tareCharacters) {
    Indication gross = Indication.of(shown.value() + shown.tare(), shown.decimals());
    String number = NumberText.signed(gross.value(), gross.decimals());
    String tare = NumberText.magnitude(shown.tare(), shown.decimals());
    return status(shown, "OL")
        + ",1,"
        + (shown.blank() ? " ".repeat(10) : NumberText.right(number, 10, ' '))
        + "kg,  "
        + NumberText.right(tare, tareCharacters, ' ')
        + "kg";
  }
}
