// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.OptionalDouble;

/**
 * A place as messages count it, WGS 84.
 *
 * @param longitude east is positive; 181 degrees is none
 * @param latitude north is positive; 91 degrees is none
 * @param perMinute how many make a minute of arc: 10,000, 1,000 or 10
 */
public record Place(int longitude, int latitude, int perMinute) {

  /** As most messages count. */
  public static final int FINE = 10_000;

  private static final int MINUTES = 60;

  /** Longitude in 28 bits and latitude in 27, 1/10,000 minute. */
  public static Place of(Bits bits, int at) {
    return new Place(bits.signed(at, 28), bits.signed(at + 28, 27), FINE);
  }

  /** The nearest that messages can say. */
  public static Place ofDegrees(double longitudeDeg, double latitudeDeg) {
    return new Place(
        (int) Math.rint(longitudeDeg * MINUTES * FINE),
        (int) Math.rint(latitudeDeg * MINUTES * FINE),
        FINE);
  }

  /** None, as a message says it. */
  public static Place unknown() {
    return ofDegrees(181, 91);
  }

  public void put(BitsWriter to) {
    to.put(longitude, 28).put(latitude, 27);
  }

  public boolean isKnown() {
    int degree = MINUTES * perMinute;
    return Math.abs(longitude) <= 180 * degree && Math.abs(latitude) <= 90 * degree;
  }

  public OptionalDouble longitudeDeg() {
    return degrees(longitude, 180);
  }

  public OptionalDouble latitudeDeg() {
    return degrees(latitude, 90);
  }

  private OptionalDouble degrees(int count, int most) {
    double degrees = count / (double) (MINUTES * perMinute);
    return Math.abs(degrees) <= most ? OptionalDouble.of(degrees) : OptionalDouble.empty();
  }

  public void tell(Teller to) {
    to.real("lon", longitude, longitudeDeg());
    to.real("lat", latitude, latitudeDeg());
  }
}
