// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.unit.Mass;
import org.junit.jupiter.api.Test;

/** What a {@link WeightSource} promises. The peer indicates the number in kilograms. */
public abstract class WeightSourceContract
    extends RecoveringSourceContract<WeightSource, WeightReading> {

  @Override
  protected final long timeOf(WeightReading reading) {
    return reading.monotonicNanos();
  }

  @Test
  void aReadingHasItsResolutionAndTheFrameItCameFrom() {
    Heard<WeightReading> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            reading -> {
              assertThat(reading.resolution()).isGreaterThan(Mass.ZERO);
              assertThat(reading.rawFrame()).matches("([0-9a-f]{2})+");
            });
  }

  @Test
  void aReadingIsAWholeNumberOfResolutions() {
    Heard<WeightReading> heard = subscribed();
    say(heard);
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            reading -> {
              double steps = reading.mass().kilograms() / reading.resolution().kilograms();
              assertThat(Math.abs(steps - Math.rint(steps))).isLessThan(1e-6);
            });
  }
}
