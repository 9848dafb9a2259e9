// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rest;

import io.wayside.core.device.WeightReading;

/**
 * A stretch of indications at rest.
 *
 * @param fromNanos arrival of its first reading
 * @param toNanos arrival of its last reading
 * @param readings how many it had, bursts included
 * @param spreadKg standard deviation of the readings it was judged by, in kg
 * @param deciding the reading whose mass stands for the plateau: the lower median, so a mass the
 *     device really showed, and neither the first sign of leaving nor the last of arriving
 */
public record Plateau(
    long fromNanos, long toNanos, int readings, double spreadKg, WeightReading deciding) {

  public double massKg() {
    return deciding.mass().kilograms();
  }

  public long lastedNanos() {
    return toNanos - fromNanos;
  }
}
