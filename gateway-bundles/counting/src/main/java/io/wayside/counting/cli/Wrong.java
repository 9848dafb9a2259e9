// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

/** Wrong usage or unusable input, in one line for people. */
public final class Wrong extends Exception {

  private static final long serialVersionUID = 1L;

  public Wrong(String message) {
    super(message);
  }
}
