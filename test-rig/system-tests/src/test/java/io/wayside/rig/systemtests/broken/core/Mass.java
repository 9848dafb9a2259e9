// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.core;

/** What everybody may know. */
public final class Mass {
  private Mass() {}

  public static String unit() {
    return "kg";
  }
}
