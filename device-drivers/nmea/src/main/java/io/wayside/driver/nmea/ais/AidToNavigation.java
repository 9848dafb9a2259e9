// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;

/**
 * Message 21: an aid to navigation.
 *
 * @param aidType 0 to 31, {@link AidType}
 * @param name with its extension
 * @param epfd what measures the place: 1 GPS, 7 surveyed …
 * @param second of the minute; 60 none, 61 by hand, 62 by dead reckoning, 63 out of order
 * @param offBit as it was sent; {@link #offPosition} says whether it means anything
 * @param raim empty, like the two after it, when the message ended before
 * @param virtual on the chart display alone; the only thing that says so, MMSIs do not
 */
public record AidToNavigation(
    Header header,
    int aidType,
    String name,
    boolean accurate,
    Place place,
    Dimensions dimensions,
    int epfd,
    int second,
    boolean offBit,
    AidStatus status,
    Optional<Boolean> raim,
    Optional<Boolean> virtual,
    Optional<Boolean> assigned)
    implements AisMessage {

  /** Up to the status bits; real ones end here. */
  static final int LEAST = 268;

  private static final int EXTENSION = 272;
  private static final int NAME = 20;
  private static final int LONGEST_NAME = 34;

  static AidToNavigation of(Header header, Bits bits) {
    return new AidToNavigation(
        header,
        bits.unsigned(38, 5),
        name(bits),
        bits.flag(163),
        Place.of(bits, 164),
        Dimensions.of(bits, 219),
        bits.unsigned(249, 4),
        bits.unsigned(253, 6),
        bits.flag(259),
        new AidStatus(bits.unsigned(260, 8)),
        bits.flagIfThere(268),
        bits.flagIfThere(269),
        bits.flagIfThere(270));
  }

  /** The extension goes on where a full name ends: its blanks in front belong to it. */
  private static String name(Bits bits) {
    String name = bits.characters(43, NAME * 6);
    if (name.length() < NAME || bits.length() < EXTENSION + 6) {
      return bits.text(43, NAME * 6);
    }
    return (name + bits.characters(EXTENSION, bits.length() - EXTENSION)).stripTrailing();
  }

  /**
   * As it is sent: without an extension in 272 bits, else filled to a whole byte. Flags that are
   * not told are sent as not set.
   *
   * @throws IllegalArgumentException when the name has more than 34 characters or one that AIS does
   *     not know, or a number does not fit
   */
  public Bits bits() {
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is longer than the " + LONGEST_NAME + " characters of a name");
    }
    BitsWriter to = header.write().put(aidType, 5).text(name, NAME).flag(accurate);
    place.put(to);
    dimensions.put(to);
    to.put(epfd, 4).put(second, 6).flag(offBit).put(status.bits(), 8);
    to.flag(raim.orElse(false)).flag(virtual.orElse(false)).flag(assigned.orElse(false)).put(0, 1);
    if (name.length() > NAME) {
      to.text(name.substring(NAME), name.length() - NAME);
      while (to.length() % Byte.SIZE != 0) {
        to.flag(false);
      }
    }
    return to.bits();
  }

  /** Its own opinion, which holds only while its receiver works. */
  public Optional<Boolean> offPosition() {
    return second < 60 ? Optional.of(offBit) : Optional.empty();
  }

  @Override
  public void tell(Teller to) {
    to.whole("aidType", aidType);
    to.text("aidTypeText", AidType.of(aidType));
    to.text("name", name);
    to.flag("accuracy", accurate);
    place.tell(to);
    dimensions.tell(to);
    to.whole("epfd", epfd);
    to.whole("second", second);
    to.flag("offPosition", offBit, offPosition());
    status.tell(to);
    to.flagIfThere("raim", raim);
    to.flagIfThere("virtual", virtual);
    to.flagIfThere("assigned", assigned);
  }
}
