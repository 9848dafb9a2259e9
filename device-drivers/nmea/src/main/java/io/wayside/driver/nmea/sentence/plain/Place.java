// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

/**
 * A place in WGS 84.
 *
 * @param latitudeDeg north is positive
 * @param longitudeDeg east is positive
 */
public record Place(double latitudeDeg, double longitudeDeg) {}
