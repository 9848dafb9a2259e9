// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.verify.Export;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of a journal, bent in every way: it opens with nothing but the declared exception,
 * hands out nothing false, and {@code verify} does not call what was changed sound.
 */
@Timeout(300)
class JournalFuzzTest {

  private static final int ROUNDS = 30 * Integer.getInteger("wayside.rounds", 1);

  @TempDir Path temp;
  private final Map<String, byte[]> sound = new LinkedHashMap<>();
  private final Map<RecordId, JournalRecord> written = new LinkedHashMap<>();

  @BeforeEach
  void aJournalLeftByAPowerCut() throws Exception {
    Path used = temp.resolve("used");
    try (SqliteJournal journal = open(used)) {
      append(journal, 1, 60);
    }
    try (SqliteJournal journal = open(used)) {
      append(journal, 61, 90);
      all(journal.outbox("centre")).forEach(r -> written.put(r.id(), r));
      try (Stream<Path> files = Files.walk(used)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sound.put(used.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    assertThat(sound.keySet())
        .contains("journal.db", "journal.db-wal", "heads.a", "heads.b", "sealing-key.pem")
        .anyMatch(name -> name.startsWith("blobs/"));
  }

  private static SqliteJournal open(Path folder) throws IOException {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  private static void append(SqliteJournal journal, int from, int to) throws Exception {
    for (int i = from; i <= to; i++) {
      Draft plain = Drafts.of("s" + i % 3, Importance.MONEY, i, "filling".repeat(i % 60));
      byte[] picture = ("picture " + i).getBytes(StandardCharsets.UTF_8);
      journal.appendDurably(
          new Draft(
              plain.stream(),
              plain.kind(),
              plain.importance(),
              plain.occurred(),
              plain.provenance(),
              plain.body(),
              i % 10 == 0 ? List.of(new Blob("picture", "image/jpeg", picture)) : List.of()));
    }
  }

  private static List<JournalRecord> all(Outbox outbox) throws Exception {
    List<JournalRecord> all = new java.util.ArrayList<>();
    for (List<JournalRecord> some = outbox.next(50); !some.isEmpty(); some = outbox.next(50)) {
      all.addAll(some);
    }
    return all;
  }

  private Path laidOut(String name) throws IOException {
    Path folder = temp.resolve(name);
    for (Map.Entry<String, byte[]> file : sound.entrySet()) {
      Path at = folder.resolve(file.getKey());
      Files.createDirectories(at.getParent());
      Files.write(at, file.getValue());
    }
    return folder;
  }

  private static byte[] bent(byte[] bytes, Random random) {
    byte[] bent = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> bent = Arrays.copyOf(bent, random.nextInt(bent.length + 1));
      case 1 -> {
        int page = random.nextInt(bent.length / 4096 + 1) * 4096;
        Arrays.fill(bent, page, Math.min(bent.length, page + 4096), (byte) 0);
      }
      case 2 -> {
        int from = random.nextInt(bent.length);
        int to = Math.min(bent.length, from + 1 + random.nextInt(600));
        for (int at = from; at < to; at++) {
          bent[at] = (byte) random.nextInt();
        }
      }
      case 3 -> {
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
          bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      default -> random.nextBytes(bent);
    }
    return bent;
  }

  @Test
  void noFileOfAJournalMakesItThrowHangOrShowWhatWasNotWritten() throws Exception {
    List<String> names = List.copyOf(sound.keySet());
    Random random = new Random(31);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    for (int round = 0; round < ROUNDS; round++) {
      Path folder = laidOut("round-" + round);
      String what = "round " + round + ":";
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        String name =
            random.nextInt(3) > 0
                ? List.of("journal.db", "journal.db-wal").get(random.nextInt(2))
                : names.get(random.nextInt(names.size()));
        if (sound.getOrDefault(name, new byte[0]).length > 0) {
          Files.write(folder.resolve(name), bent(sound.get(name), random));
          what += " " + name;
        }
      }
      String told = what;
      assertThatCode(
              () -> {
                VerifySays.of(folder);
                Export.run(nowhere, nowhere, folder.toString(), "--to", "-");
              })
          .as(told)
          .doesNotThrowAnyException();
      boolean holds = VerifySays.of(folder).contains("everything holds");
      // A log that ends early is one that was never longer, but for what the heads files know.
      Map<String, Long> known = new Layout(folder).knownHeads();
      int delivered = opened(folder, told);
      if (holds) {
        assertThat((long) delivered)
            .as(told)
            .isGreaterThanOrEqualTo(known.values().stream().mapToLong(n -> n).sum());
      }
    }
  }

  private int opened(Path folder, String what) {
    int delivered = 0;
    try (SqliteJournal journal = open(folder)) {
      for (JournalRecord record : all(journal.outbox("centre"))) {
        assertThat(RecordEnvelope.hashHolds(record)).as(what).isTrue();
        if (!record.id().stream().equals("journal")) {
          assertThat(record).as(what).isEqualTo(written.get(record.id()));
          delivered++;
        }
      }
    } catch (IOException | JournalException declared) {
      assertThat(declared.getMessage()).as(what).isNotBlank();
    } catch (Exception | AssertionError failed) {
      throw new AssertionError(what, failed);
    }
    return delivered;
  }

  @Test
  void aByteChangedInAnyRecordIsNeverCalledSound() throws Exception {
    Path folder = laidOut("whole");
    assertThat(opened(folder, "whole")).isEqualTo(written.size());
    byte[] database = Files.readAllBytes(folder.resolve("journal.db"));
    assertThat(VerifySays.of(folder)).contains("everything holds");
    Random random = new Random(5);
    byte[] mark = "filling".getBytes(StandardCharsets.US_ASCII);
    int bent = 0;
    for (int at = 0; at < database.length - mark.length; at++) {
      boolean inARecord = Arrays.equals(database, at, at + mark.length, mark, 0, mark.length);
      if (inARecord && random.nextInt(40) == 0) {
        byte[] changed = database.clone();
        changed[at + random.nextInt(mark.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(folder.resolve("journal.db"), changed);
        String verdict = VerifySays.of(folder);
        // Pages that are not used any more hold old copies of records.
        if (!verdict.contains("everything holds")) {
          bent++;
        } else {
          assertThat(opened(folder, "byte " + at)).isEqualTo(written.size());
          for (Path file : new Layout(folder).databaseFiles()) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
    assertThat(bent).isGreaterThan(20);
  }

  @Test
  void anExportBentAnywhereIsReadToItsEndAndNotCalledSound() throws Exception {
    Path folder = laidOut("exported");
    Path export = temp.resolve("export");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    assertThat(Export.run(nowhere, nowhere, folder.toString(), "--to", export.toString())).isZero();
    String text = Files.readString(export);
    List<String> lines = text.lines().toList();
    assertThat(VerifySays.of(export)).contains("everything holds");
    Random random = new Random(41);
    Path other = temp.resolve("bent");
    for (int round = 0; round < ROUNDS * 2; round++) {
      List<String> changed = new java.util.ArrayList<>(lines);
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(random.nextInt(lines.size()), changed.get(at));
        case 2 -> {
          String line = changed.get(at);
          changed.set(at, line.substring(0, random.nextInt(line.length())));
        }
        default -> java.util.Collections.swap(changed, at, random.nextInt(lines.size()));
      }
      Files.write(other, changed);
      String verdict = VerifySays.of(other);
      List<String> records = records(changed);
      if (!records.equals(records(lines))) {
        assertThat(verdict).as("line " + at + " in round " + round).contains("exit status 1");
      }
      byte[] noise = new byte[random.nextInt(2000)];
      random.nextBytes(noise);
      Files.write(other, noise);
      assertThat(VerifySays.of(other)).contains("exit status 1");
    }
  }

  private static List<String> records(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("{\"v\"")).toList();
  }
}
