// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import java.util.regex.Pattern;

/**
 * The form of gateway, stream and kind names: lower-case letters, digits, hyphens and dots, at most
 * 64 characters, so that each can stand in an MQTT topic, a file name and an SQL key unescaped.
 */
public final class Names {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");

  private Names() {}

  public static boolean isValid(String name) {
    return FORM.matcher(name).matches();
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
