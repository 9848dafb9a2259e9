// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

/** Colours of lights, with their letters on charts. */
public enum Colour {
  WHITE("W"),
  RED("R"),
  GREEN("G"),
  YELLOW("Y"),
  BLUE("Bu");

  private final String letters;

  Colour(String letters) {
    this.letters = letters;
  }

  public String letters() {
    return letters;
  }
}
