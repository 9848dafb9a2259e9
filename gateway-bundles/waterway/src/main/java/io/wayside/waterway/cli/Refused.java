// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

/** Wrong usage or unusable input, in words for people. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
