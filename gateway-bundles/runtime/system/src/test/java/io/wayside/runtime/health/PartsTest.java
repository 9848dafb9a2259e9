// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Trouble WAITING =
      new Trouble("station.lane-1", "waiting", "it waits for a WeightSource", true);

  @ParameterizedTest
  @CsvSource({
    "io.wayside.device.indicator~scale-1, device.scale-1",
    "io.wayside.station.weighing~lane-1, station.lane-1",
    "io.wayside.uplink.mqtt~centre, uplink.centre",
    "io.wayside.journal, journal",
    "org.example.foreign, org.example.foreign",
    "io.wayside.device.indicator~scale.2, device.scale.2",
  })
  void a_part_is_named_by_its_PID(String pid, String part) {
    assertThat(PartName.ofPid(pid)).isEqualTo(part);
  }

  @Test
  void the_gateway_is_as_well_as_its_worst_part() {
    assertThat(Parts.of(List.of()).statusWord()).isEqualTo("ok");
    assertThat(
            Parts.of(
                    List.of(
                        new PartHealth("a", Health.ok(0)),
                        new PartHealth("b", new Health(Status.DEGRADED, "x", "y", 0)),
                        new PartHealth("c", Health.starting("z", 0))))
                .statusWord())
        .isEqualTo("degraded");
  }

  @Test
  void where_two_speak_of_one_part_the_worse_word_counts() {
    Health failed = new Health(Status.FAILED, "x", "y", 0);

    assertThat(
            Parts.of(List.of(new PartHealth("a", failed), new PartHealth("a", Health.ok(1))))
                .byId())
        .containsEntry("a", failed)
        .hasSize(1);
  }

  @Test
  void a_report_says_for_how_long_it_has_been_so() {
    Parts parts = Parts.of(List.of(new PartHealth("a", Health.ok(2 * SECOND))));

    assertThat(Json.write(parts.toValue(7 * SECOND)))
        .isEqualTo(
            "[{\"id\":\"a\",\"status\":\"ok\",\"code\":\"ok\",\"message\":\"in order\",\"forS\":5}]");
  }

  @Test
  void what_may_pass_counts_as_starting_at_first() {
    TroubleHistory history = new TroubleHistory();
    long grace = TroubleHistory.GRACE.toNanos();

    assertThat(status(history, 0)).isEqualTo(Status.STARTING);
    assertThat(status(history, grace - 1)).isEqualTo(Status.STARTING);
    assertThat(status(history, grace)).isEqualTo(Status.FAILED);
    assertThat(history.at(List.of(), grace + 1)).isEmpty();
    assertThat(status(history, grace + 2)).isEqualTo(Status.STARTING);
  }

  @Test
  void what_will_not_pass_has_failed_at_once() {
    Trouble broken = new Trouble("a", "does-not-start", "why", false);

    assertThat(new TroubleHistory().at(List.of(broken), Duration.ofSeconds(1).toNanos()))
        .containsExactly(
            new PartHealth("a", new Health(Status.FAILED, "does-not-start", "why", SECOND)));
  }

  private static Status status(TroubleHistory history, long nowNanos) {
    return history.at(List.of(WAITING), nowNanos).get(0).health().status();
  }
}
