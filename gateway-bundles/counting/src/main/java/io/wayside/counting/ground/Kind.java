// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

/** Classes that a camera tells by size alone. */
public enum Kind {
  TWO_WHEELER("two-wheeler"),
  LIGHT("light"),
  HEAVY("heavy"),
  OTHER("other");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
