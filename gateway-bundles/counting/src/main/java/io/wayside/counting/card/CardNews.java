// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.card;

import io.wayside.core.device.CardWord;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.scheme.Classifier.Told;
import java.util.OptionalLong;

/** What a lane with a detector card has to tell. */
public sealed interface CardNews {

  /**
   * A vehicle that the card told singly.
   *
   * @param late it is of a time in which the card was not heard, and in no interval's vehicles
   * @param doubtful the card says that the loop is faulty
   */
  record Vehicle(CardWord.Vehicle vehicle, Told told, boolean late, boolean doubtful)
      implements CardNews {}

  /** Vehicles of which the card told their number alone. */
  record Many(CardWord.Counted counted, boolean late, boolean doubtful) implements CardNews {}

  /** An interval is over, or is told anew. */
  record IntervalTold(Interval interval) implements CardNews {}

  /**
   * The card says that a loop is faulty, or is right again.
   *
   * @param untilNanos empty while it stands
   */
  record Fault(CardWord.LoopFault.Kind kind, long sinceNanos, OptionalLong untilNanos)
      implements CardNews {}
}
