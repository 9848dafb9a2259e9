// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Is the aid where the chart has it? */
public enum PlaceState {
  ON_STATION,
  OFF_STATION,
  /** It moves away steadily: broken loose, or stolen. */
  ADRIFT,
  UNKNOWN,
  NOT_WATCHED;

  /** Whether the aid does not do its duty. */
  public boolean fails() {
    return this == OFF_STATION || this == ADRIFT;
  }
}
