// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Whether a light should shine. */
public enum Sky {
  NIGHT,
  DAY,
  /** Dusk, dawn, or so dark a day that it may shine: neither light nor dark is a fault. */
  BETWEEN,
  /** Nothing tells. */
  UNKNOWN
}
