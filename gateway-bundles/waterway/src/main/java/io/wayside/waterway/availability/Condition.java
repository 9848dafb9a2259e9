// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

/** What an aid was for a while; every moment is one of these. */
public enum Condition {
  UP,
  /** Not doing its duty on purpose. */
  DOWN_PLANNED,
  DOWN_UNPLANNED,
  /** Nobody knew; never counted as up. */
  UNKNOWN
}
