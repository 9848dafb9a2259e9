// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/** What GET_READER_CAPABILITIES is answered with, after the status. */
final class Capabilities {

  private static final int ALL = 0;
  private static final int GENERAL = 1;
  private static final int LLRP = 2;
  private static final int REGULATORY = 3;
  private static final int AIR_PROTOCOL = 4;

  /** Viet Nam in ISO 3166; its band has no number of its own in the standard. */
  private static final int COUNTRY = 704;

  /** No enterprise number is assigned to simulated readers. */
  private static final int MANUFACTURER = 0;

  private static final int LEAST_POWER_CENTI_DBM = 1000;
  private static final int POWER_STEPS = 21;

  /** 920.25 to 922.75 MHz, every 0.5 MHz. */
  private static final int FIRST_KHZ = 920_250;

  private static final int CHANNELS = 6;

  private Capabilities() {}

  static byte[] of(ReaderTraits traits, int requested) throws Refused {
    if (requested > AIR_PROTOCOL) {
      throw new Refused(
          Status.field(0, Status.A_OUT_OF_RANGE, "no capabilities " + requested + ", but 0 to 4"));
    }
    Octets out = new Octets();
    if (requested == ALL || requested == GENERAL) {
      out.tlv(137, o -> general(o, traits));
    }
    if (requested == ALL || requested == LLRP) {
      out.tlv(142, o -> llrp(o, traits));
    }
    if (requested == ALL || requested == REGULATORY) {
      out.tlv(143, o -> regulatory(o, traits));
    }
    if (requested == ALL || requested == AIR_PROTOCOL) {
      // Erase and write, two select filters.
      out.tlv(327, o -> o.u8(0xC0).u16(2));
    }
    return out.bytes();
  }

  private static void general(Octets out, ReaderTraits traits) {
    out.u16(traits.antennas()).u16(traits.utcClock() ? 0x4000 : 0).u32(MANUFACTURER).u32(1);
    out.text("wayside-rig 1");
    out.tlv(139, o -> o.u16(1).u16(0));
    out.tlv(141, o -> o.u16(traits.gpis()).u16(traits.gpos()));
    for (int antenna = 1; antenna <= traits.antennas(); antenna++) {
      int port = antenna;
      out.tlv(140, o -> o.u16(port).u16(1).u8(1));
    }
  }

  private static void llrp(Octets out, ReaderTraits traits) {
    // Warns of a filling buffer; holds events and reports.
    out.u8(0x48).u8(1).u16(0);
    out.u32(traits.maxRoSpecs()).u32(1).u32(1).u32(traits.maxAccessSpecs()).u32(8);
  }

  private static void regulatory(Octets out, ReaderTraits traits) {
    out.u16(COUNTRY).u16(0);
    out.tlv(144, o -> uhf(o, traits));
  }

  private static void uhf(Octets out, ReaderTraits traits) {
    for (int step = 0; step < POWER_STEPS; step++) {
      int index = step + 1;
      out.tlv(145, o -> o.u16(index).u16(LEAST_POWER_CENTI_DBM + 100 * (index - 1)));
    }
    out.tlv(146, o -> o.u8(0x80).tlv(147, hops -> hops(hops, traits)));
    // Mode 1: DR 64/3, Miller 4, PR-ASK, dense reader mask, 256 kbit/s, Tari 25 us.
    out.tlv(
        328,
        modes ->
            modes.tlv(
                329,
                o ->
                    o.u32(1)
                        .u8(0x80)
                        .u8(2)
                        .u8(0)
                        .u8(2)
                        .u32(256_000)
                        .u32(1500)
                        .u32(25_000)
                        .u32(25_000)
                        .u32(0)));
  }

  private static void hops(Octets out, ReaderTraits traits) {
    out.u8(traits.hopTable()).u8(0).u16(CHANNELS);
    for (int i = 0; i < CHANNELS; i++) {
      out.u32(FIRST_KHZ + 500L * i);
    }
  }

  static int powerSteps() {
    return POWER_STEPS;
  }
}
