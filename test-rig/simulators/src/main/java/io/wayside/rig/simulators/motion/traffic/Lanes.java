// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.Iterator;

/** Two lanes side by side, in the order in which their vehicles come to the site. */
public final class Lanes implements Iterator<Arrival> {
  private final Iterator<Arrival> one;
  private final Iterator<Arrival> other;
  private final Stage stage;
  private Arrival nextOfOne;
  private Arrival nextOfOther;

  /** Two streams without end over the same stage. */
  public Lanes(Iterator<Arrival> one, Iterator<Arrival> other, Stage stage) {
    this.one = one;
    this.other = other;
    this.stage = stage;
    this.nextOfOne = one.next();
    this.nextOfOther = other.next();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Arrival next() {
    Arrival next;
    if (enterS(nextOfOne) <= enterS(nextOfOther)) {
      next = nextOfOne;
      nextOfOne = one.next();
    } else {
      next = nextOfOther;
      nextOfOther = other.next();
    }
    return next;
  }

  private double enterS(Arrival arrival) {
    return Passage.presence(arrival.vehicle(), arrival.drive(), stage.fromM(), stage.toM()).fromS();
  }
}
