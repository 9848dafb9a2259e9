// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.OptionalInt;

/**
 * Messages 25, of one slot, and 26, of up to five: something for one station or for everybody.
 *
 * @param destination MMSI, when it is for one
 * @param dac empty with {@code fi} when the content is of no registered application
 */
public record SlotBinary(
    Header header, OptionalInt destination, OptionalInt dac, OptionalInt fi, Application content)
    implements AisMessage {

  static final int MULTIPLE = 26;

  private static final int START = 40;
  private static final int MMSI = 30;
  private static final int APPLICATION = 16;

  /** At the end of message 26. */
  private static final int RADIO = 20;

  /** With all that its flags say is there. */
  static int least(Bits bits) {
    return START
        + (bits.flag(38) ? MMSI : 0)
        + (bits.flag(39) ? APPLICATION : 0)
        + (bits.unsigned(0, 6) == MULTIPLE ? RADIO : 0);
  }

  static SlotBinary of(Header header, Bits bits, Applications applications) {
    boolean addressed = bits.flag(38);
    boolean structured = bits.flag(39);
    int at = START;
    OptionalInt destination = OptionalInt.empty();
    if (addressed) {
      destination = OptionalInt.of(bits.unsigned(at, MMSI));
      at += MMSI;
    }
    int end = bits.length() - (header.type() == MULTIPLE ? RADIO : 0);
    if (!structured) {
      return new SlotBinary(
          header,
          destination,
          OptionalInt.empty(),
          OptionalInt.empty(),
          applications.unstructured(bits.slice(at, end)));
    }
    int dac = bits.unsigned(at, 10);
    int fi = bits.unsigned(at + 10, 6);
    Bits content = bits.slice(at + APPLICATION, end);
    return new SlotBinary(
        header,
        destination,
        OptionalInt.of(dac),
        OptionalInt.of(fi),
        addressed
            ? applications.addressed(dac, fi, content)
            : applications.broadcast(dac, fi, content));
  }

  @Override
  public void tell(Teller to) {
    destination.ifPresent(mmsi -> to.whole("destination", mmsi));
    dac.ifPresent(code -> to.whole("dac", code));
    fi.ifPresent(code -> to.whole("fi", code));
    content.tell(to);
  }
}
