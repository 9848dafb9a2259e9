// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

/** From the antenna to the four sides in metres; all 0 is not known. In 30 bits. */
public record Dimensions(int bow, int stern, int port, int starboard) {

  public static Dimensions of(Bits bits, int at) {
    return new Dimensions(
        bits.unsigned(at, 9),
        bits.unsigned(at + 9, 9),
        bits.unsigned(at + 18, 6),
        bits.unsigned(at + 24, 6));
  }

  public void put(BitsWriter to) {
    to.put(bow, 9).put(stern, 9).put(port, 6).put(starboard, 6);
  }

  public void tell(Teller to) {
    to.whole("toBow", bow);
    to.whole("toStern", stern);
    to.whole("toPort", port);
    to.whole("toStarboard", starboard);
  }
}
