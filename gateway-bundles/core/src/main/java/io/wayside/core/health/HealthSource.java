// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.health;

/** A part that can say how it is; offered as a service by every driver, station and store. */
public interface HealthSource {

  /** A stable id, such as {@code device.scale-1} or {@code journal}. */
  String healthId();

  /** How it is now; never blocks. */
  Health health();
}
