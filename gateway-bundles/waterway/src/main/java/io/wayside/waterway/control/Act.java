// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.LanternOrder;
import java.time.Duration;

/** What is to be said to the lantern now. */
public sealed interface Act {

  /** Give this order for that long at most. */
  record Tell(LanternOrder order, Duration lease) implements Act {}

  /** End whatever it holds. */
  record Release() implements Act {}
}
