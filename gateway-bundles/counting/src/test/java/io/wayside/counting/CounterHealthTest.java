// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.counting.fault.Fault;
import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Port;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worst comes first, and each says what to do. */
class CounterHealthTest {

  private static final Backlog.State NONE = new Backlog.State(0, 0, "");
  private static final Backlog.State MANY = new Backlog.State(100, 0, "the disk is slow");
  private static final Fault STUCK =
      new Fault(Kind.STUCK_ON, Port.PIEZO_1, 5, "presence for more than 300 s");
  private static final Map<Port, String> UNHEARD = Map.of(Port.TRAIL, "link-down");

  private static Health judge(
      List<Fault> faults, Map<Port, String> unheard, Backlog.State waiting, long unkept) {
    return CounterHealth.judge(faults, unheard, waiting, unkept, 9);
  }

  @Test
  void nothingAmissIsInOrder() {
    assertThat(judge(List.of(), Map.of(), NONE, 0).status()).isEqualTo(Status.OK);
    assertThat(judge(List.of(), Map.of(), new Backlog.State(64, 0, ""), 0).status())
        .isEqualTo(Status.OK);
  }

  @Test
  void recordsInTheLogAloneAreTheWorst() {
    Health lost = judge(List.of(STUCK), UNHEARD, MANY, 3);

    assertThat(lost.status()).isEqualTo(Status.FAILED);
    assertThat(lost.code()).isEqualTo("records-lost");
    assertThat(lost.message()).contains("3 records", "the disk is slow", "save the log");
    assertThat(judge(List.of(), Map.of(), new Backlog.State(0, 2, "refused"), 3).message())
        .contains("5 records");
  }

  @Test
  void whatIsNotHeardComesBeforeFaultsOfSensors() {
    Health unheard = judge(List.of(STUCK), UNHEARD, MANY, 0);

    assertThat(unheard.code()).isEqualTo("no-signal");
    assertThat(unheard.message()).contains("TRAIL", "link-down", "contacts' health");
  }

  @Test
  void aFaultNamesItsSensorAndWhatItDoesToTheIntervals() {
    Health fault = judge(List.of(STUCK), Map.of(), MANY, 0);

    assertThat(fault.status()).isEqualTo(Status.DEGRADED);
    assertThat(fault.code()).isEqualTo("stuck-on");
    assertThat(fault.message()).contains("piezo 1", "300 s", "intervals are marked");
  }

  @Test
  void recordsThatWaitAreSaidWhenThereAreMany() {
    Health waiting = judge(List.of(), Map.of(), MANY, 0);

    assertThat(waiting.code()).isEqualTo("records-waiting");
    assertThat(waiting.message()).contains("100", "the disk is slow");
  }
}
