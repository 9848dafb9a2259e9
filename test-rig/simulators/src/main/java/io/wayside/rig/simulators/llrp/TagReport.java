// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.Arrays;

/**
 * One TagReportData (240) in the making: replies of a tag that are told as one.
 *
 * @param tag that answered
 * @param roSpecId during which
 * @param inventoryId during which
 * @param antenna port, from 1
 * @param channel from 1
 * @param peakRssiDbm the strongest, whole dBm
 * @param firstMicros of the reader's clock
 * @param lastMicros of the reader's clock
 * @param count of replies; 65535 for more
 * @param accessSpecId that was at work; 0 for none
 * @param results of its operations, encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record TagReport(
    SimulatedTag tag,
    long roSpecId,
    int inventoryId,
    int antenna,
    int channel,
    int peakRssiDbm,
    long firstMicros,
    long lastMicros,
    int count,
    long accessSpecId,
    byte[] results) {

  private static final int MOST = 65_535;

  /** A single reply with no operation. */
  public static TagReport reply(
      SimulatedTag tag, long roSpecId, int antenna, int channel, int rssiDbm, long micros) {
    return new TagReport(
        tag, roSpecId, 1, antenna, channel, rssiDbm, micros, micros, 1, 0, new byte[0]);
  }

  TagReport during(RoSpec spec) {
    return new TagReport(
        tag,
        spec.id(),
        spec.inventoryId(),
        antenna,
        channel,
        peakRssiDbm,
        firstMicros,
        lastMicros,
        count,
        accessSpecId,
        results);
  }

  TagReport with(AccessSpec spec) {
    return new TagReport(
        tag,
        roSpecId,
        inventoryId,
        antenna,
        channel,
        peakRssiDbm,
        firstMicros,
        lastMicros,
        count,
        spec.id(),
        spec.results(tag));
  }

  /** Replies are one only when number, results and all ids that are told are equal. */
  boolean mergesWith(TagReport other, ReportSpec told) {
    return tag.bits() == other.tag.bits()
        && Arrays.equals(tag.epc(), other.tag.epc())
        && Arrays.equals(results, other.results)
        && roSpecId == other.roSpecId
        && accessSpecId == other.accessSpecId
        && (!told.has(ReportSpec.ANTENNA) || antenna == other.antenna)
        && (!told.has(ReportSpec.CHANNEL) || channel == other.channel);
  }

  /** Both as one. */
  TagReport merged(TagReport later) {
    return new TagReport(
        tag,
        roSpecId,
        inventoryId,
        antenna,
        channel,
        Math.max(peakRssiDbm, later.peakRssiDbm),
        firstMicros,
        later.lastMicros,
        Math.min(MOST, count + later.count),
        accessSpecId,
        results);
  }
}
