// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.List;

/**
 * Writes RO_ACCESS_REPORT bodies for one connection. What may be left out because it is as in the
 * report before, may be left out only on the connection on which that report went.
 */
public final class ReportEncoder {

  private static final int EPC_96_BITS = 96;
  private static final int UNKNOWN = -1;

  private final boolean utc;
  private final boolean omitsRepeated;
  private long roSpecBefore = UNKNOWN;
  private long antennaBefore = UNKNOWN;

  /**
   * An encoder for a new connection.
   *
   * @param utc stamps are UTC, else time since the start
   * @param omitsRepeated leaves ROSpec and antenna out when they are as before
   */
  public ReportEncoder(boolean utc, boolean omitsRepeated) {
    this.utc = utc;
    this.omitsRepeated = omitsRepeated;
  }

  /** The body of a message with these reports. */
  public byte[] body(List<TagReport> reports, ReportSpec told) {
    Octets out = new Octets();
    for (TagReport report : reports) {
      out.tlv(240, o -> write(o, report, told));
    }
    return out.bytes();
  }

  private void write(Octets out, TagReport report, ReportSpec told) {
    SimulatedTag tag = report.tag();
    if (tag.bits() == EPC_96_BITS) {
      out.tv(13).raw(tag.epc());
    } else {
      out.tlv(241, o -> o.bits(tag.epc(), tag.bits()));
    }
    if (told.has(ReportSpec.RO_SPEC_ID) && !(omitsRepeated && report.roSpecId() == roSpecBefore)) {
      out.tv(9).u32(report.roSpecId());
      roSpecBefore = report.roSpecId();
    }
    if (told.has(ReportSpec.SPEC_INDEX)) {
      out.tv(14).u16(1);
    }
    if (told.has(ReportSpec.INVENTORY_ID)) {
      out.tv(10).u16(report.inventoryId());
    }
    if (told.has(ReportSpec.ANTENNA) && !(omitsRepeated && report.antenna() == antennaBefore)) {
      out.tv(1).u16(report.antenna());
      antennaBefore = report.antenna();
    }
    if (told.has(ReportSpec.PEAK_RSSI)) {
      out.tv(6).u8(report.peakRssiDbm());
    }
    if (told.has(ReportSpec.CHANNEL)) {
      out.tv(7).u16(report.channel());
    }
    if (told.has(ReportSpec.FIRST_SEEN)) {
      out.tv(utc ? 2 : 3).u64(report.firstMicros());
    }
    if (told.has(ReportSpec.LAST_SEEN)) {
      out.tv(utc ? 4 : 5).u64(report.lastMicros());
    }
    if (told.has(ReportSpec.SEEN_COUNT)) {
      out.tv(8).u16(report.count());
    }
    if ((told.memory() & ReportSpec.CRC) != 0) {
      out.tv(11).u16(tag.crc());
    }
    if ((told.memory() & ReportSpec.PC) != 0) {
      out.tv(12).u16(tag.protocolControl());
    }
    if (told.has(ReportSpec.ACCESS_SPEC_ID) && report.accessSpecId() != 0) {
      out.tv(16).u32(report.accessSpecId());
    }
    out.raw(report.results());
  }
}
