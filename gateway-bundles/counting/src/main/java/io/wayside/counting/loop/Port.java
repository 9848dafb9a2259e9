// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/** Where in the lane a contact lies; vehicles in the lane's direction meet the lead loop first. */
public enum Port {
  LEAD,
  TRAIL,
  PIEZO_1,
  PIEZO_2;

  public boolean isLoop() {
    return this == LEAD || this == TRAIL;
  }

  /** The other loop of the pair. */
  public Port partner() {
    return switch (this) {
      case LEAD -> TRAIL;
      case TRAIL -> LEAD;
      case PIEZO_1 -> PIEZO_2;
      case PIEZO_2 -> PIEZO_1;
    };
  }
}
