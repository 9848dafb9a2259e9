// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import io.wayside.counting.fault.FaultNews;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.loop.LoopEvent;
import io.wayside.counting.loop.Passage;
import io.wayside.counting.scheme.Classifier.Told;

/** What a counting lane has to tell. */
public sealed interface LaneNews {

  /** A vehicle passed. */
  record Vehicle(Passage passage, Told told) implements LaneNews {}

  /** Something that is not counted: in and out again, or cut off by an outage. */
  record Uncounted(LoopEvent event) implements LaneNews {}

  /** An interval is over, or is told anew. */
  record IntervalTold(Interval interval) implements LaneNews {}

  /** A sensor went wrong, or is right again. */
  record SensorNews(FaultNews news) implements LaneNews {}
}
