// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Is the aid whole and closed? The worst that is known is told. */
public enum BodyState {
  GOOD,
  /** Hit within the last day. */
  STRUCK,
  TILTED,
  DOOR_OPEN,
  UNKNOWN,
  NOT_WATCHED
}
