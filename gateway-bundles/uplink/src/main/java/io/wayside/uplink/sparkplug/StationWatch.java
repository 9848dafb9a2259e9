// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.health.Health.Status;
import io.wayside.core.health.HealthSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which streams are fed by a station that cannot work. A station {@code lane-1} says its health as
 * {@code station.lane-1}, and its streams are called {@code weighing.lane-1} and the like.
 */
record StationWatch(Supplier<List<HealthSource>> stations) implements Predicate<String> {

  private static final String STATION = "station.";

  @Override
  public boolean test(String stream) {
    String station = STATION + stream.substring(stream.indexOf('.') + 1);
    return stations.get().stream()
        .filter(source -> source.healthId().equals(station))
        .anyMatch(source -> source.health().status() == Status.FAILED);
  }
}
