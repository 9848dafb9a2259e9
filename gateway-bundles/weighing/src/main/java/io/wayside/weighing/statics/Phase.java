// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

/** What the platform does now. */
public enum Phase {
  /** No reading since the station started or the signal went away. */
  UNSEEN,
  CLEAR,
  RISING,
  AT_REST,
  FALLING
}
