// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.verify.Verify;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real kills of a real process; {@code -Dwayside.kills=N} for more of them. */
@Timeout(300)
class KillTest {

  @TempDir Path folder;

  @Test
  void whatWasAcceptedSurvivesKillMinusNine() throws Exception {
    int kills = Integer.getInteger("wayside.kills", 8);
    Random random = new Random(7);
    Map<String, Long> accepted = new HashMap<>();
    for (int kill = 0; kill < kills; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashingWriter.class.getName(),
                  folder.toString(),
                  Long.toString(kill))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      int after = 1 + random.nextInt(1500);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        int read = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("+ ")) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 4) {
              accepted.put(parts[1] + "/" + parts[2], Long.parseLong(parts[3]));
            }
          }
          if (++read == after) {
            process.toHandle().destroyForcibly(); // the pipe stays open
          }
        }
        assertThat(read).as("lines before the kill").isGreaterThanOrEqualTo(after);
      }
      process.waitFor();
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
      assertThat(Verify.run(print, print, folder.toString()))
          .as(() -> said.toString(StandardCharsets.UTF_8))
          .isZero();
      checkAll(accepted);
    }
  }

  private void checkAll(Map<String, Long> accepted) throws Exception {
    JournalSettings settings = JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0);
    try (SqliteJournal journal =
        SqliteJournal.open(settings, new Drafts.HandClock(), () -> Drafts.PROVENANCE)) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      Map<String, Long> firstKept = new HashMap<>();
      Outbox all = journal.outbox("auditor-" + accepted.size());
      for (List<JournalRecord> some = all.next(500); !some.isEmpty(); some = all.next(500)) {
        some.forEach(r -> firstKept.merge(r.id().stream(), r.id().sequence(), Math::min));
      }
      for (Map.Entry<String, Long> entry : accepted.entrySet()) {
        String[] place = entry.getKey().split("/", -1);
        long sequence = Long.parseLong(place[1]);
        if (!firstKept.containsKey(place[0])) {
          // Retention took the whole stream; its numbers go on all the same.
          RecordId next = journal.appendDurably(Drafts.of(place[0], Importance.EVENT, 0));
          assertThat(next.sequence()).isGreaterThan(sequence);
          firstKept.put(place[0], next.sequence());
        }
        if (sequence < firstKept.getOrDefault(place[0], 0L)) {
          continue; // acknowledged and old: retention took it, and everything before it
        }
        JournalRecord record = journal.read(new RecordId("gw-1", place[0], sequence)).orElseThrow();
        long number = Drafts.number(record.body());
        // A line cut by the kill may have lost its last digits.
        assertThat(Long.toString(number)).startsWith(entry.getValue().toString());
      }
    }
  }
}
