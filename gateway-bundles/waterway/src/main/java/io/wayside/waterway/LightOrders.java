// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;

/**
 * What orders and rules make of an aid's light. The station asks it what is to be seen and tells it
 * what is seen; both by one thread at a time.
 */
interface LightOrders {

  /** What the light is to show now. */
  Duty duty(long nanos);

  /**
   * What the light shows, told about once a second.
   *
   * @param seen by the light input; empty without one
   * @param sinceNanos since when it is seen so
   * @param due whether it should shine by itself now; empty where nothing tells
   */
  void sees(long nanos, Optional<Seen> seen, long sinceNanos, Optional<Boolean> due);

  /** Why the lantern was not told by which offset it flashes; empty when it was, or cannot be. */
  default Optional<String> untold() {
    return Optional.empty();
  }

  /** An aid whose lantern takes no orders: it is its own master. */
  static LightOrders none() {
    Duty own = Duty.automatic("no lantern that takes orders belongs to it");
    return new LightOrders() {
      @Override
      public Duty duty(long nanos) {
        return own;
      }

      @Override
      public void sees(long nanos, Optional<Seen> seen, long sinceNanos, Optional<Boolean> due) {
        // Nobody waits for what is seen.
      }
    };
  }

  /** What is ordered by persons and by rules. */
  static LightOrders of(AidControl control) {
    return new LightOrders() {
      @Override
      public Duty duty(long nanos) {
        return control.duty(nanos);
      }

      @Override
      public void sees(long nanos, Optional<Seen> seen, long sinceNanos, Optional<Boolean> due) {
        control.sees(nanos, seen, sinceNanos, due);
      }

      @Override
      public Optional<String> untold() {
        return control.untold();
      }
    };
  }
}
