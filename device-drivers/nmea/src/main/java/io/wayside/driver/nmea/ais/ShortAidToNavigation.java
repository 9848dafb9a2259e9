// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;

/**
 * Message 28: an aid to navigation in a single slot, since ITU-R M.1371-6.
 *
 * @param second of the minute; 60 and above as in message 21
 * @param restricted 0 for everybody, 1 for some
 * @param stationType 0 afloat, 1 fixed, 4 virtual, 5 mobile; others not settled
 * @param aidType 0 to 127, up to 31 {@link AidType}
 * @param mrn number in IALA's register of names
 * @param shape how the two dimensions are to be read
 * @param moreShapes another such message tells more
 * @param uncharted not on charts
 * @param stationStatus 0 on position, 1 off …
 */
public record ShortAidToNavigation(
    Header header,
    int second,
    Place place,
    int restricted,
    int stationType,
    int aidType,
    int mrn,
    int shape,
    int dimensionA,
    int dimensionB,
    boolean moreShapes,
    boolean uncharted,
    int stationStatus,
    AidStatus status,
    boolean authenticated)
    implements AisMessage {

  static final int LENGTH = 168;

  private static final int VIRTUAL = 4;

  static ShortAidToNavigation of(Header header, Bits bits) {
    return new ShortAidToNavigation(
        header,
        bits.unsigned(38, 6),
        Place.of(bits, 44),
        bits.unsigned(99, 2),
        bits.unsigned(101, 3),
        bits.unsigned(104, 7),
        bits.unsigned(111, 17),
        bits.unsigned(128, 4),
        bits.unsigned(132, 9),
        bits.unsigned(141, 11),
        bits.flag(152),
        bits.flag(153),
        bits.unsigned(154, 4),
        new AidStatus(bits.unsigned(158, 8)),
        bits.flag(167));
  }

  /** As it is sent. */
  public Bits bits() {
    BitsWriter to = header.write().put(second, 6);
    place.put(to);
    return to.put(restricted, 2)
        .put(stationType, 3)
        .put(aidType, 7)
        .put(mrn, 17)
        .put(shape, 4)
        .put(dimensionA, 9)
        .put(dimensionB, 11)
        .flag(moreShapes)
        .flag(uncharted)
        .put(stationStatus, 4)
        .put(status.bits(), 8)
        .put(0, 1)
        .flag(authenticated)
        .bits();
  }

  public boolean virtual() {
    return stationType == VIRTUAL;
  }

  /** Its own opinion, which holds only while its receiver works, and where it has one. */
  public Optional<Boolean> offPosition() {
    return second < 60 && stationStatus <= 1 ? Optional.of(stationStatus == 1) : Optional.empty();
  }

  @Override
  public void tell(Teller to) {
    to.whole("second", second);
    place.tell(to);
    to.whole("restricted", restricted);
    to.whole("stationType", stationType);
    to.flag("virtual", virtual());
    to.whole("aidType", aidType);
    to.text("aidTypeText", AidType.of(aidType));
    to.whole("mrn", mrn);
    to.whole("shape", shape);
    to.whole("dimensionA", dimensionA);
    to.whole("dimensionB", dimensionB);
    to.flag("moreShapes", moreShapes);
    to.flag("uncharted", uncharted);
    to.whole("stationStatus", stationStatus);
    to.flag("offPosition", stationStatus == 1, offPosition());
    status.tell(to);
    to.flag("authenticated", authenticated);
  }
}
