// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** How long will the battery last? */
public enum PowerState {
  GOOD,
  /** By forecast it is empty within days, or it says itself that it is low. */
  LOW,
  FLAT,
  UNKNOWN,
  NOT_WATCHED
}
