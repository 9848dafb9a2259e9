// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * With what a record was worked out, by reference.
 *
 * @param release version of the running release
 * @param configuration content hash of the configuration snapshot in force (first 16 hex digits of
 *     SHA-256)
 * @param calibration id of the calibration in force, {@code none} where nothing is calibrated
 */
public record Provenance(String release, String configuration, String calibration) {

  /** The same software and configuration with another calibration. */
  public Provenance calibratedBy(String calibrationId) {
    return new Provenance(release, configuration, calibrationId);
  }
}
