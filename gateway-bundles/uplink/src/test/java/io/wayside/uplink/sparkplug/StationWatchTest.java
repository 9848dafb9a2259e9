// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.health.HealthSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class StationWatchTest {

  private record Station(String healthId, Status status) implements HealthSource {
    @Override
    public Health health() {
      return new Health(status, "code", "message", 0);
    }
  }

  private final StationWatch watch =
      new StationWatch(
          () ->
              List.of(
                  new Station("station.lane-1", Status.FAILED),
                  new Station("station.lane-2", Status.DEGRADED),
                  new Station("station.south.3", Status.FAILED),
                  new Station("device.lane-4", Status.FAILED)));

  @Test
  void onlyTheStreamsOfAStationThatCannotWorkAreDead() {
    assertThat(watch.test("weighing.lane-1")).isTrue();
    assertThat(watch.test("counting.lane-1")).isTrue();
    assertThat(watch.test("weighing.south.3")).isTrue();
    assertThat(watch.test("weighing.lane-2")).isFalse();
    assertThat(watch.test("weighing.lane-4")).isFalse();
    assertThat(watch.test("weighing.lane-11")).isFalse();
    assertThat(watch.test("journal")).isFalse();
  }
}
