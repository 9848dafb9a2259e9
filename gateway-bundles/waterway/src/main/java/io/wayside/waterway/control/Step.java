// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.Locale;

/** What happened to an order. */
public enum Step {
  /** It is on record and will be carried out, or waits for its second person. */
  ACCEPTED,
  /** The device took it. */
  SENT,
  /** The device says that it is so. */
  DEVICE_CONFIRMED,
  /** The light itself shows it. */
  OBSERVED,
  /** The device refused it, or the light shows otherwise. */
  FAILED,
  /** Its time ran out before the device took it, or a second person confirmed it. */
  EXPIRED,
  /** It was ended before it was proven: by another order, a restart, a lost link. */
  RETURNED,
  /** After its outcome: the light is given back. */
  LEASE_ENDED,
  /** A rule, or the published character, took the light or left it. */
  STANDING;

  /** As it stands in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
