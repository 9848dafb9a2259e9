// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

/** Telephone numbers. */
public final class Numbers {

  private Numbers() {}

  /** Whether this is a number with plus and country, as networks tell senders. */
  public static boolean isWhole(String number) {
    return number.matches("\\+[1-9][0-9]{6,14}");
  }
}
