// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.OtherMessage.Why;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.bits.Bits;

/** Which class reads which message, and from which length on. Longer ones are read all the same. */
final class MessageReader {

  private MessageReader() {}

  /** Reads any bits with a header. */
  static AisMessage read(Bits bits, Applications applications) {
    Header header = Header.of(bits);
    int least = least(header.type(), bits);
    if (least == 0) {
      return new OtherMessage(header, Why.NOT_READ, bits);
    }
    return bits.length() < least
        ? new OtherMessage(header, Why.TOO_SHORT, bits)
        : known(header, bits, applications);
  }

  /** 0 for what is not read. */
  private static int least(int type, Bits bits) {
    return switch (type) {
      case 1, 2, 3 -> PositionReport.LENGTH;
      case 4, 11 -> BaseStation.LENGTH;
      case 5 -> VoyageData.LEAST;
      case 6 -> AddressedBinary.LEAST;
      case 8 -> BroadcastBinary.LEAST;
      case 14 -> SafetyText.LEAST;
      case 18 -> ClassBPosition.LENGTH;
      case 19 -> ClassBExtended.LEAST;
      case 21 -> AidToNavigation.LEAST;
      case 24 ->
          switch (part(bits)) {
            case StaticName.PART -> StaticName.LEAST;
            case StaticParticulars.PART -> StaticParticulars.LEAST;
            default -> 0;
          };
      case 25, SlotBinary.MULTIPLE -> SlotBinary.least(bits);
      case 27 -> LongRange.LEAST;
      case 28 -> ShortAidToNavigation.LENGTH;
      default -> 0;
    };
  }

  private static int part(Bits bits) {
    return bits.unsigned(Header.LENGTH, 2);
  }

  private static AisMessage known(Header header, Bits bits, Applications applications) {
    return switch (header.type()) {
      case 4, 11 -> BaseStation.of(header, bits);
      case 5 -> VoyageData.of(header, bits);
      case 6 -> AddressedBinary.of(header, bits, applications);
      case 8 -> BroadcastBinary.of(header, bits, applications);
      case 14 -> SafetyText.of(header, bits);
      case 18 -> ClassBPosition.of(header, bits);
      case 19 -> ClassBExtended.of(header, bits);
      case 21 -> AidToNavigation.of(header, bits);
      case 24 ->
          part(bits) == StaticName.PART
              ? StaticName.of(header, bits)
              : StaticParticulars.of(header, bits);
      case 25, SlotBinary.MULTIPLE -> SlotBinary.of(header, bits, applications);
      case 27 -> LongRange.of(header, bits);
      case 28 -> ShortAidToNavigation.of(header, bits);
      default -> PositionReport.of(header, bits);
    };
  }
}
