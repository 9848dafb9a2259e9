// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult;
import io.wayside.core.data.Value;
import io.wayside.uplink.transport.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandDeskTest {

  private final SetTime time = new SetTime();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch slow = new CountDownLatch(1);
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final CommandIntake intake =
      new CommandIntake(
          "gw-1",
          CommandTopics.of("demo", "gw-1"),
          new CommandRules(Optional.empty(), Set.of(), false),
          command -> {
            begun.countDown();
            await(slow);
            return new CommandResult.Done(new Value.Fields(Map.of()));
          },
          time);

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void keep(Publication answer) {
    assertThat(answer.topic()).isEqualTo("way/v1/demo/gw-1/command-result");
    assertThat(answer.contentType()).contains("application/json");
    answers.add(new String(answer.payload(), StandardCharsets.UTF_8));
  }

  private static byte[] command(int number) {
    return Sender.utf8(
        Sender.command("c-" + number, "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z"));
  }

  @Test
  void moreThanCanWaitIsCountedAndSaid() throws Exception {
    time.passes(Duration.ofSeconds(10));
    try (CommandDesk desk = new CommandDesk("desk", intake, Optional.empty(), this::keep)) {
      desk.receive(Sender.TOPIC, command(0), false);
      await(begun);
      for (int i = 1; i <= CommandDesk.WAITING + 7; i++) {
        desk.receive(
            Sender.TOPIC, command(i), false); // returns at once although the station is slow
      }
      slow.countDown();
      for (int i = 0; i <= CommandDesk.WAITING; i++) {
        assertThat(answers.poll(60, TimeUnit.SECONDS)).contains("\"id\":\"c-" + i + "\"");
      }
      assertThat(answers.poll(60, TimeUnit.SECONDS))
          .contains("too-many-at-once")
          .contains("7 messages");
    }
  }

  @Test
  void aHugeMessageIsRefusedWithoutBeingKept() throws Exception {
    try (CommandDesk desk = new CommandDesk("desk", intake, Optional.empty(), this::keep)) {
      desk.receive(Sender.TOPIC, new byte[5_000_000], false);
      assertThat(answers.poll(60, TimeUnit.SECONDS)).contains("oversized");
    }
  }

  @Test
  void afterClosingNothingIsCarriedOut() throws Exception {
    time.passes(Duration.ofSeconds(10));
    CommandDesk desk = new CommandDesk("desk", intake, Optional.empty(), this::keep);
    desk.receive(Sender.TOPIC, command(0), false);
    await(begun);
    desk.receive(Sender.TOPIC, command(1), false);
    desk.close();
    slow.countDown();
    assertThat(answers.poll(60, TimeUnit.SECONDS)).contains("c-0");
    desk.receive(Sender.TOPIC, command(2), false);
    assertThat(answers.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }
}
