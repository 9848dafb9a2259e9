// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.record.Importance;
import io.wayside.rig.scenarios.hostile.Load.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the stations of one site hand in within a minute: two of telemetry always; weighings and
 * what follows from them by the hour of the day.
 */
final class StationMix {

  static final List<Stream> STREAMS =
      List.of(
          new Stream("weighing.lane-1", Importance.MONEY),
          new Stream("overload.lane-1", Importance.ENFORCEMENT),
          new Stream("alarms", Importance.ALARM),
          new Stream("counts.lane-1", Importance.EVENT),
          new Stream("condition.lane-1", Importance.TELEMETRY),
          new Stream("condition.box", Importance.TELEMETRY));

  private static final double WEIGHINGS_PER_MINUTE = 1.0; // over the day
  private static final double OVERLOADED = 0.15;
  private static final double ALARMS_PER_MINUTE = 0.02;
  private static final int COUNTS_EVERY_MIN = 5;

  private final Random random;
  private long minute = 10 * 60; // of the first day; the link comes back by day, too

  StationMix(long seed) {
    this.random = new Random(seed);
  }

  /** The streams of the next minute's records, in their order. */
  List<Stream> nextMinute() {
    List<Stream> records = new ArrayList<>();
    double hour = minute % 1440 / 60.0;
    double traffic = 1 + Math.sin((hour - 8) / 24 * 2 * Math.PI); // least at 2, most at 14 o'clock
    for (double left = WEIGHINGS_PER_MINUTE * traffic; left > 0; left--) {
      if (random.nextDouble() < left) {
        records.add(STREAMS.get(0));
        if (random.nextDouble() < OVERLOADED) {
          records.add(STREAMS.get(1));
        }
      }
    }
    if (random.nextDouble() < ALARMS_PER_MINUTE) {
      records.add(STREAMS.get(2));
    }
    if (minute % COUNTS_EVERY_MIN == 0) {
      records.add(STREAMS.get(3));
    }
    records.add(STREAMS.get(4));
    records.add(STREAMS.get(5));
    minute++;
    return records;
  }
}
