// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.Travel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A turn that the lane answers when nobody waits for the answer any more. */
class LateTurnTest {

  @TempDir Path folder;
  private LaneBench bench;
  private KeptOrder kept;
  private LaneCommands commands;

  @BeforeEach
  void begin() throws Exception {
    bench = new LaneBench(folder).start();
    kept = bench.parts().order();
    Corrections none =
        new Corrections(
            bench.parts(), bench.line, bench.turns, shift -> {}, passage -> {}, Runnable::run);
    commands =
        new LaneCommands(
            bench.inbox,
            bench.time,
            kept,
            true,
            Optional::empty,
            () -> Optional.of(bench.works()),
            none);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  /** Whoever asked is interrupted, which ends the wait as the end of patience does, and at once. */
  private Letter.Order turnedAndNotWaitedFor() throws InterruptedException {
    while (bench.inbox.next(0) != null) {
      // what the contacts were at the start
    }
    Thread.currentThread().interrupt();
    CommandResult result =
        commands.handle(
            new Command(
                "c-1",
                "station.lane-1",
                "turn",
                Value.Fields.with("to", "reverse").build(),
                new Actor("anna", "cli", Set.of(Permission.OPERATE)),
                "evening traffic",
                Instant.MAX));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isInstanceOf(CommandResult.Failed.class);
    Letter letter = bench.inbox.next(0);
    assertThat(letter).isInstanceOf(Letter.Order.class);
    Letter.Order order = (Letter.Order) letter;
    assertThat(order.event()).isInstanceOf(LaneEvent.Turn.class);
    assertThat(kept.travel())
        .as("nothing is turned before the lane agrees")
        .isEqualTo(Travel.FORWARD);
    return order;
  }

  @Test
  void endsTheRunAndIsKeptWhenTheLaneAgreesHoweverLate() throws Exception {
    Letter.Order order = turnedAndNotWaitedFor();
    bench.pass(60_000);
    assertThat(bench.works().isOver()).isFalse();
    order.refusal().complete(Optional.empty());
    assertThat(kept.travel()).isEqualTo(Travel.REVERSE);
    assertThat(bench.works().isOver()).isTrue();
    assertThat(bench.inbox.next(0))
        .as("so that the thread sees it")
        .isInstanceOf(Letter.Errand.class);
  }

  @Test
  void changesNothingWhenTheLaneRefusesHoweverLate() throws Exception {
    Letter.Order order = turnedAndNotWaitedFor();
    order.refusal().complete(Optional.of("a vehicle stands in it"));
    assertThat(kept.travel()).isEqualTo(Travel.FORWARD);
    assertThat(bench.works().isOver()).isFalse();
  }
}
