// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.regex.Pattern;

/** The form of ids that people give to devices, stations and uplinks. */
public final class NamedPart {

  /**
   * Shorter than a record name may be, because an id becomes the end of one, as in {@code
   * weighing.lane-1}.
   */
  public static final String PATTERN = "[a-z0-9]([a-z0-9.-]{0,38}[a-z0-9])?";

  static final String FORM =
      "use lower-case letters, digits, hyphens and dots, begin and end with a letter or digit,"
          + " 40 characters at most";

  private static final Pattern ID = Pattern.compile(PATTERN);

  private NamedPart() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
