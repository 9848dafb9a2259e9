// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last reading since the last interruption. */
final class LatestReading implements Listener<WeightReading> {

  private volatile @Nullable WeightReading last;

  @Override
  public void received(WeightReading reading) {
    last = reading;
  }

  @Override
  public void interrupted(Interruption interruption) {
    last = null;
  }

  Optional<WeightReading> reading() {
    return Optional.ofNullable(last);
  }
}
