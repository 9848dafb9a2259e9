// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/**
 * What kind of reader it is.
 *
 * @param version the highest it speaks: 1 for LLRP 1.0.1, 2 for 1.1
 * @param antennas ports, numbered from 1
 * @param gpis general purpose inputs, numbered from 1
 * @param gpos general purpose outputs, numbered from 1
 * @param maxRoSpecs how many ROSpecs fit; some readers in the field keep one
 * @param maxAccessSpecs how many AccessSpecs fit
 * @param utcClock has a clock of the day; without one it gives its uptime
 * @param omitsRepeated leaves out of reports what is as in the report before (inheritance rule)
 * @param hopTable the only hop table it takes in RFTransmitter; some refuse 1
 * @param reportCapacity tag reports it keeps while nobody takes them
 */
public record ReaderTraits(
    int version,
    int antennas,
    int gpis,
    int gpos,
    int maxRoSpecs,
    int maxAccessSpecs,
    boolean utcClock,
    boolean omitsRepeated,
    int hopTable,
    int reportCapacity) {

  /** LLRP 1.0.1, four antennas, a clock. */
  public static final ReaderTraits PLAIN =
      new ReaderTraits(1, 4, 4, 4, 32, 32, true, false, 1, 10_000);

  /** LLRP 1.1, else the same. */
  public static final ReaderTraits NEWER = PLAIN.speaking(2);

  public ReaderTraits speaking(int highest) {
    return new ReaderTraits(
        highest,
        antennas,
        gpis,
        gpos,
        maxRoSpecs,
        maxAccessSpecs,
        utcClock,
        omitsRepeated,
        hopTable,
        reportCapacity);
  }

  public ReaderTraits keeping(int roSpecs, int reports) {
    return new ReaderTraits(
        version,
        antennas,
        gpis,
        gpos,
        roSpecs,
        maxAccessSpecs,
        utcClock,
        omitsRepeated,
        hopTable,
        reports);
  }

  public ReaderTraits withoutUtcClock() {
    return new ReaderTraits(
        version,
        antennas,
        gpis,
        gpos,
        maxRoSpecs,
        maxAccessSpecs,
        false,
        omitsRepeated,
        hopTable,
        reportCapacity);
  }

  public ReaderTraits omittingRepeated() {
    return new ReaderTraits(
        version,
        antennas,
        gpis,
        gpos,
        maxRoSpecs,
        maxAccessSpecs,
        utcClock,
        true,
        hopTable,
        reportCapacity);
  }

  public ReaderTraits hopTable(int only) {
    return new ReaderTraits(
        version,
        antennas,
        gpis,
        gpos,
        maxRoSpecs,
        maxAccessSpecs,
        utcClock,
        omitsRepeated,
        only,
        reportCapacity);
  }
}
