// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What of the GSM alphabet is the same in every modem, and the hexadecimal form of the rest. */
public final class GsmText {

  /** One message; longer ones would be several, and cost as many. */
  public static final int LONGEST = 160;

  private static final int LEAST_HEX = 8;
  private static final String SAME =
      "@ !\"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\n\r";

  private GsmText() {}

  /** Whether a text can be sent as it is: of the default alphabet and in one message. */
  public static boolean canBeSent(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> SAME.indexOf(c) >= 0);
  }

  /**
   * A text as it was sent. A modem gives UCS2 as hexadecimal; four digits a character, and nothing
   * below a blank among them, are taken for that.
   */
  static String read(String text) {
    if (text.length() < LEAST_HEX || text.length() % 4 != 0 || !text.matches("[0-9A-Fa-f]+")) {
      return text;
    }
    String decoded = new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_16BE);
    boolean readable =
        decoded.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r')
            && decoded.chars().anyMatch(Character::isLetter)
            && decoded.chars().allMatch(c -> c < 0x3000);
    return readable ? decoded : text;
  }
}
