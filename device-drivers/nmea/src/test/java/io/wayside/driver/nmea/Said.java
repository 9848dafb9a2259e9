// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Device;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.device.Source;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import io.wayside.rig.simulators.talker.SentenceWriter;
import java.util.function.BiPredicate;

/**
 * What a peer says so that a receiver hears something of this kind.
 *
 * @param bytes of a number; each call differs from the one before, since repeats are not told
 * @param carries whether an event is what was said under a number
 */
record Said<D extends Device & Source<E>, E>(
    Class<D> kind, Bytes bytes, BiPredicate<E, Integer> carries) {

  /** The bytes of a number, said for the how-manieth time. */
  interface Bytes {
    byte[] of(int number, int count);
  }

  static final Said<SentenceSource, Sentence> SENTENCES =
      new Said<>(
          SentenceSource.class,
          (number, count) -> SentenceWriter.plain("GPTXT,01,01,02,number " + number),
          (sentence, number) -> sentence.text().endsWith("number " + number));

  static final Said<AidSource, AidReport> AIDS =
      new Said<>(
          AidSource.class,
          (number, count) -> Packed.aid(995_740_000 + number, count),
          (report, number) -> report.aid().equals("mmsi:" + (995_740_000 + number)));

  static final Said<VesselSource, VesselReport> VESSELS =
      new Said<>(
          VesselSource.class,
          (number, count) -> Packed.vessel(574_120_000 + number, count),
          (report, number) -> report.vessel().equals("mmsi:" + (574_120_000 + number)));

  static final Said<WaterSource, WaterReading> WATER =
      new Said<>(
          WaterSource.class,
          (number, count) -> SentenceWriter.plain("SDDPT," + number + ".5,0.0,"),
          (reading, number) -> reading.value() == number + 0.5);
}
