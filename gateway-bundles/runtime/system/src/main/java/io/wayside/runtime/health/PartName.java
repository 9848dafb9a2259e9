// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

/** Names parts alike, whether they speak for themselves or somebody speaks for them. */
public final class PartName {

  private static final String HOUSE = "io.wayside.";

  private PartName() {}

  /**
   * The health id of what a PID configures: {@code device.scale-1}, {@code station.lane-1}, {@code
   * uplink.centre}, and {@code journal} for a part there is only one of.
   */
  public static String ofPid(String pid) {
    String name = pid.startsWith(HOUSE) ? pid.substring(HOUSE.length()) : pid;
    int instance = name.indexOf('~');
    int kind = name.indexOf('.');
    if (instance < 0 || kind < 0 || kind > instance) {
      return name;
    }
    return name.substring(0, kind) + "." + name.substring(instance + 1);
  }
}
