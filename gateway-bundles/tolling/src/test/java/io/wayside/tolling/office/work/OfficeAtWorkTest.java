// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.contracts.Eventually;
import io.wayside.tolling.office.TagQuestion;
import io.wayside.tolling.shift.RandomLane;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real threads, in real time. */
class OfficeAtWorkTest {

  private static final TimeSource REAL =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(Instant.now(), ClockQuality.synchronisedBy("ntp"), "boot-1", nanos);
        }
      };

  private final BenchOffice bench = new BenchOffice();
  private final OfficeAtWork office = new OfficeAtWork(real());

  private OfficeParts real() {
    OfficeParts parts = bench.parts();
    return new OfficeParts(
        parts.id(),
        parts.office(),
        parts.desk(),
        parts.rules(),
        parts.streams(),
        parts.asksAtOnce(),
        parts.journal(),
        parts.provenance(),
        REAL,
        parts.jitter());
  }

  @AfterEach
  void stop() throws InterruptedException {
    office.stop();
  }

  private static void until(String what, BooleanSupplier condition) {
    new Eventually(Duration.ofSeconds(60), () -> {}).until(what, condition);
  }

  private CommandResult order(String verb, String reason) {
    return office.handle(
        new Command(
            "c-1",
            "station.office",
            verb,
            new Value.Fields(Map.of()),
            new Actor("anna", "cli", Set.of(Permission.values())),
            reason,
            Instant.MAX));
  }

  private Value state(String name) {
    return order("state", "") instanceof CommandResult.Done done
        ? done.answer().get(name)
        : Value.ABSENT;
  }

  @Test
  void postsAnswersAndTellsHowItStands() {
    bench.journal.outbox.all.addAll(new RandomLane(1, "lane-1").write(60, 0));
    long refused =
        bench.journal.outbox.all.stream()
            .filter(record -> record.kind().name().equals("toll-passage"))
            .findFirst()
            .orElseThrow()
            .id()
            .sequence();
    bench.refused.put(refused, "no such tag");
    office.start();
    until("one is refused", () -> office.health().code().equals("records-refused"));
    until("all is posted", () -> state("waiting").equals(new Value.Whole(0)));
    until("the office is heard", office::isReachable);
    AtomicBoolean answered = new AtomicBoolean();
    office.ask(
        new TagQuestion(new TagNumber("00a0", 16), "0017", "001", Instant.EPOCH),
        Duration.ofSeconds(60).toNanos(),
        said -> answered.set(true));
    until("it answers", answered::get);
    assertThat(state("refused")).isEqualTo(new Value.Whole(1));
    assertThat(state("rejected")).isEqualTo(new Value.Whole(1));
    assertThat(state("reachable")).isEqualTo(new Value.Truth(true));
    assertThat(order("seen", ""))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class, no -> assertThat(no.code()).isEqualTo("reason-missing"));
    bench.journal.failing(new JournalException.Unavailable("the disk is gone"));
    assertThat(order("seen", "paid in cash")).isInstanceOf(CommandResult.Failed.class);
    bench.journal.failing(null);
    assertThat(order("seen", "paid in cash")).isInstanceOf(CommandResult.Done.class);
    until("nothing is wrong", () -> office.health().code().equals("ok"));
    assertThat(order("dance", "")).isInstanceOf(CommandResult.Refused.class);
  }

  @Test
  void aFaultOfTheSoftwareEndsASessionAndNotTheThread() {
    AtomicBoolean sound = new AtomicBoolean();
    bench.journal.outbox.all.addAll(new RandomLane(2, "lane-1").write(30, 0));
    bench.faulty = () -> !sound.get();
    office.start();
    until("it says so", () -> office.health().message().contains("fault of the software"));
    sound.set(true);
    until("it goes on", () -> !bench.snapshot().isEmpty());
    until("nothing is wrong", () -> office.health().code().equals("ok"));
  }
}
