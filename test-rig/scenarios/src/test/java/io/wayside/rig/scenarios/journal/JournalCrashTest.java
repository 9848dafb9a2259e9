// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.disk.DiskShim;
import io.wayside.rig.scenarios.disk.TraceEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of {@code ./wayside rig journal-crash}. */
class JournalCrashTest {

  private static final int CUTS = 200;
  private static final int KILLS = 5;
  private static final int LOG_CUTS = 60;

  @TempDir Path temp;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

  @Test
  void nothingAcceptedIsLostBrokenOrDoubledByKillsAndCuts() throws Exception {
    boolean compiler = DiskShim.TRACE.compile(temp).isPresent();
    // Without a compiler the cuts that need none are made in their place.
    int logCuts = compiler ? LOG_CUTS : LOG_CUTS + CUTS;
    Tally tally = JournalCrash.crash(new CrashOptions(CUTS, KILLS, logCuts, 42, 2), print);
    assertThat(tally.details()).isEmpty();
    assertThat(tally.holds()).isTrue();
    assertThat(tally.cuts(Kills.HOW)).isEqualTo(KILLS);
    assertThat(tally.cuts(LogCuts.HOW)).isEqualTo(logCuts);
    assertThat(tally.cuts()).isEqualTo(KILLS + LOG_CUTS + CUTS);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("the promise holds");
  }

  @Test
  void aDiskThatNeverSyncsLosesRecordsAndIsFoundOut() throws Exception {
    Optional<Path> shim = DiskShim.TRACE.compile(temp);
    if (shim.isEmpty()) {
      return; // InspectionTest shows without a compiler that losses are seen
    }
    Path traced = Files.createDirectory(temp.resolve("traced"));
    Recording honest = Recording.of(traced, shim.get(), new Child.Work(1, 0, 1, 30, 500, true));
    List<TraceEntry> lying =
        honest.entries().stream().filter(e -> e.kind() != 'S' && e.kind() != 'D').toList();
    Tally tally = new Tally();
    Recording dishonest =
        new Recording(honest.folder(), honest.start(), honest.saidBefore(), lying);
    new PowerCuts(Files.createDirectory(temp.resolve("images")), tally, 1)
        .run("lying", dishonest, 12, 1);
    assertThat(tally.holds()).isFalse();
    assertThat(tally.details().toString()).contains("was accepted and is gone");
  }

  @Test
  void wrongUsageIsToldAndNothingIsRun() throws InterruptedException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
    assertThat(JournalCrash.run(List.of("--cuts", "many"), print, err)).isEqualTo(2);
    assertThat(JournalCrash.run(List.of("--kill", "1"), print, err)).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("--cuts").contains("--kill");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
