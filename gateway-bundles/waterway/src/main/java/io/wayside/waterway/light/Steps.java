// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

/** Lengths in the steps in which lanterns are set. */
final class Steps {

  static final int STEP_MS = 50;

  private Steps() {}

  static int down(double millis) {
    return (int) Math.floor(millis / STEP_MS) * STEP_MS;
  }
}
