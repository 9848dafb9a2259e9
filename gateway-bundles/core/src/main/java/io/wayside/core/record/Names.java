// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * The form of gateway, stream and kind names: lower-case letters, digits, hyphens and dots, at most
 * 64 characters, so that each can stand in an MQTT topic, a file name and an SQL key unescaped.
 */
public final class Names {

  private static final int LONGEST = 64;

  private Names() {}

  /** By hand: each record asks four times, and a pattern takes ten times as long. */
  public static boolean isValid(String name) {
    int last = name.length() - 1;
    if (last < 0 || last >= LONGEST || !isLetterOrDigit(name.charAt(last))) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char c = name.charAt(i);
      if (!isLetterOrDigit(c) && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** Returns the name, or refuses it in words a person can act on. */
  public static String require(String what, String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          what
              + " \""
              + name
              + "\" must be 1 to 64 lower-case letters, digits, hyphens or dots and start and end"
              + " with a letter or digit");
    }
    return name;
  }
}
