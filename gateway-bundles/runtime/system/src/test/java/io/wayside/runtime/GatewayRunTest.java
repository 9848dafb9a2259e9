// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordKind;
import io.wayside.runtime.run.JournalDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayRunTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path state;

  private final AtomicLong nanos = new AtomicLong();
  private final JournalDouble journal = new JournalDouble();

  @Test
  void a_run_begins_once_and_ends_once_with_provenance() throws Exception {
    GatewayRun run = run();
    run.begin("Km 12");
    run.begin("renamed");
    run.bindJournal(journal);
    run.flush();
    nanos.addAndGet(90_000_000_000L);
    run.end("told to");

    assertThat(journal.taken())
        .extracting(draft -> draft.kind().toString())
        .containsExactly("gateway-start/1", "gateway-stop/1");
    Draft start = journal.taken().get(0);
    assertThat(start.stream()).isEqualTo("gateway");
    assertThat(start.body().get("reason")).isEqualTo(new Value.Text("cold"));
    assertThat(start.body().get("name")).isEqualTo(new Value.Text("Km 12"));
    assertThat(start.provenance().release()).isEqualTo("0.1.0");
    assertThat(start.provenance().configuration()).isEqualTo("abc");
    assertThat(journal.taken().get(1).body().get("uptimeS")).isEqualTo(new Value.Whole(90));
  }

  @Test
  void the_next_run_knows_how_the_last_one_ended() throws Exception {
    GatewayRun crashed = run();
    crashed.begin("");
    GatewayRun second = run();
    second.begin("");
    second.end("told to");
    GatewayRun third = run();
    third.begin("");
    second.bindJournal(journal);
    second.flush();
    third.bindJournal(journal);
    third.flush();

    assertThat(journal.taken())
        .filteredOn(draft -> draft.kind().name().equals("gateway-start"))
        .extracting(draft -> draft.body().get("reason"))
        .containsExactly(new Value.Text("after-crash"), new Value.Text("clean"));
  }

  @Test
  void without_a_journal_records_wait() throws Exception {
    GatewayRun run = run();
    run.begin("");

    assertThat(run.flush()).isEmpty();
    run.bindJournal(journal);
    run.flush();
    assertThat(journal.taken()).hasSize(1);
  }

  @Test
  void a_run_stopped_before_it_was_configured_leaves_no_records() throws Exception {
    GatewayRun run = run();
    run.bindJournal(journal);
    run.end("told to");
    run.begin("too late");
    run.end("again");
    run.flush();

    assertThat(journal.taken()).isEmpty();
    assertThat(state.resolve("last-run")).content().isEqualTo("stopped\n");
  }

  @Test
  void every_command_leaves_one_audit_record() throws Exception {
    GatewayRun run = run();
    Commands commands = new Commands(run);
    run.bindJournal(journal);

    assertThat(commands.submit(command("1"))).isInstanceOf(CommandResult.Refused.class);
    run.flush();

    assertThat(journal.taken()).hasSize(1);
    assertThat(journal.taken().get(0).kind().name()).isEqualTo("command-audit");
  }

  @Test
  void no_command_is_carried_out_that_could_not_be_accounted_for() throws Exception {
    GatewayRun run = run();
    Commands commands = new Commands(run);
    while (run.hasRoom()) {
      run.record(audit(run));
    }

    assertThat(commands.submit(command("2")))
        .isInstanceOfSatisfying(
            CommandResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("no-audit"));
  }

  @Test
  void a_command_carried_out_before_a_restart_gets_its_first_result() throws Exception {
    GatewayRun run = run();
    run.bindJournal(journal);
    journal.appendDurably(done(run, command("3")));

    assertThat(new Commands(run).submit(command("3")))
        .isEqualTo(new CommandResult.Done(Value.Fields.with("zeroed", true).build()));
  }

  @Test
  void commands_before_the_start_are_learnt_as_soon_as_the_journal_can_be_read() throws Exception {
    GatewayRun run = run();
    Commands commands = new Commands(run);
    commands.submit(command("0"));
    run.bindJournal(journal);
    journal.appendDurably(done(run, command("3")));
    journal.fail(new JournalException.Unavailable("not yet"));
    assertThat(commands.submit(command("1"))).isInstanceOf(CommandResult.Refused.class);

    assertThat(commands.submit(command("3"))).isInstanceOf(CommandResult.Done.class);
  }

  private static Draft done(GatewayRun run, Command command) {
    Value.Fields body =
        Value.Fields.with("id", command.id())
            .and("target", command.target())
            .and("verb", command.verb())
            .and("arguments", command.arguments())
            .and("actor", command.actor().name())
            .and("face", command.actor().face())
            .and("reason", command.reason())
            .and("expires", command.expires().toString())
            .and("outcome", "done")
            .and("code", "done")
            .and("message", "")
            .and("answer", Value.Fields.with("zeroed", true).build())
            .build();
    return new Draft(
        "commands",
        new RecordKind("command-audit", 1),
        Importance.ENFORCEMENT,
        run.now(),
        run.by(),
        body);
  }

  private static Draft audit(GatewayRun run) {
    return new Draft(
        "commands",
        new RecordKind("command", 1),
        Importance.ENFORCEMENT,
        run.now(),
        run.by(),
        new Value.Fields(Map.of()));
  }

  private static Command command(String id) {
    return new Command(
        id,
        "nobody",
        "zero",
        new Value.Fields(Map.of()),
        new Actor("test", "cli", EnumSet.noneOf(Permission.class)),
        "why",
        NOON.plusSeconds(30));
  }

  private GatewayRun run() throws IOException {
    SystemTime time = new SystemTime(state, nanos::get, Clock.fixed(NOON, ZoneOffset.UTC));
    RunningProvenance provenance = new RunningProvenance("0.1.0");
    provenance.configured("abc");
    return new GatewayRun(state, time, provenance);
  }
}
