// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

/** A text is not the character of a light; says where, why, and what to write instead. */
public final class LightSyntax extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;
  private final String reason;
  private final String remedy;

  LightSyntax(int position, String reason, String remedy) {
    super("column " + position + ": " + reason + "; " + remedy);
    this.position = position;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Where it goes wrong, counted from 0; the length of the text when something is missing. */
  public int position() {
    return position;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
