// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.KeyFile;
import io.wayside.journal.verify.Export;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of a journal proves itself, whole, in part, and one record alone. */
@Timeout(120)
class ExportTest {

  private static final int RECORDS = 60;

  @TempDir Path temp;
  private Path folder = Path.of("unset");
  private final Drafts.HandClock clock = new Drafts.HandClock();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String key = "";

  @BeforeEach
  void aJournalOfTwoStreams() throws Exception {
    folder = temp.resolve("journal");
    try (SqliteJournal journal = open()) {
      List<CompletableFuture<RecordId>> together = new ArrayList<>();
      for (int i = 1; i <= RECORDS; i++) {
        together.add(journal.append(Drafts.of("a", Importance.MONEY, i, "x".repeat(i))));
        if (i % 10 == 0) {
          for (CompletableFuture<RecordId> kept : together) {
            kept.get();
          }
          journal.appendDurably(Drafts.of("b.c-d", Importance.EVENT, i));
        }
      }
    }
    key = HexFormat.of().formatHex(KeyFile.readPublic(new Layout(folder).key()).encoded());
  }

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 0)
            .withKeepAcknowledged(Duration.ZERO)
            .withSealing(Drafts.QUIET),
        clock,
        () -> Drafts.PROVENANCE);
  }

  private int export(String... options) {
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(List.of(options));
    return Export.run(print, print, arguments.toArray(String[]::new));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theWholeJournalProvesItself() throws Exception {
    Path file = temp.resolve("all.jsonl");
    assertThat(export("--to", file.toString())).as(said()).isZero();
    assertThat(said()).contains("66 records, 0 links, 0 gaps, ");
    String verdict = VerifySays.of(file, "--key", key);
    assertThat(verdict).contains("66 records", "everything holds", "exit status 0");
    assertThat(export("--to", file.toString())).as("it is not overwritten").isEqualTo(2);
    assertThat(export("--to", "-", "--every-seal")).isZero();
    assertThat(said().lines().filter(l -> l.startsWith("{\"seal\"")).count()).isGreaterThan(10);
  }

  @Test
  void anyPartProvesItselfThroughLinksToASealedHead() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 25; round++) {
      long first = 1 + random.nextLong(RECORDS);
      long last = first + random.nextLong(RECORDS - first + 1);
      Path file = temp.resolve("part-" + round);
      assertThat(
              export(
                  "--to",
                  file.toString(),
                  "--stream",
                  "a",
                  "--first",
                  Long.toString(first),
                  "--last",
                  Long.toString(last)))
          .as(said())
          .isZero();
      assertThat(VerifySays.of(file, "--key", key))
          .contains("everything holds", (last - first + 1) + " records")
          .doesNotContain("b.c-d");
    }
  }

  @Test
  void oneRecordIsProvedWithoutAnythingElse() throws Exception {
    for (String record : List.of("a/1", "a/33", "a/" + RECORDS, "b.c-d/2")) {
      Path file = temp.resolve(record.replace('/', '-'));
      assertThat(export("--to", file.toString(), "--record", record)).as(said()).isZero();
      List<String> lines = Files.readAllLines(file);
      assertThat(lines.stream().filter(l -> l.contains("\"body\"")).count()).isEqualTo(1);
      assertThat(lines.stream().filter(l -> l.startsWith("{\"seal\"")).count()).isEqualTo(1);
      assertThat(VerifySays.of(file, "--key", key)).contains("1 records", "everything holds");
    }
    assertThat(export("--to", "-", "--record", "a/61")).isEqualTo(1);
    assertThat(said()).contains("there is no record a/61");
    assertThat(export("--to", "-", "--record", "nothing/1")).isEqualTo(1);
    assertThat(said()).contains("there is no stream nothing");
  }

  @Test
  void noByteOfTheProofOfARecordCanBeChangedUnseen() throws Exception {
    Path file = temp.resolve("one");
    assertThat(export("--to", file.toString(), "--record", "a/33")).isZero();
    String text = Files.readString(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(8);
    Path bent = temp.resolve("bent");
    for (int i = 0; i < 600; i++) {
      byte[] changed = bytes.clone();
      int at = random.nextInt(changed.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bent, changed);
      String verdict = VerifySays.of(bent, "--key", key);
      boolean harmless =
          new String(changed, StandardCharsets.UTF_8).equalsIgnoreCase(text) // other case of hex
              || inKeyLine(text, at); // the key in the export does not count
      if (!harmless) {
        assertThat(verdict).as("flipped at " + at).contains("exit status 1");
      }
    }
    for (int cut = 0; cut < bytes.length; cut += 1 + bytes.length / 50) {
      Files.write(bent, Arrays.copyOf(bytes, cut));
      assertThat(VerifySays.of(bent, "--key", key)).contains("exit status 1");
    }
  }

  private static boolean inKeyLine(String text, int at) {
    int begin = text.indexOf("{\"sealingKey\"");
    return begin >= 0 && at >= begin && at <= text.indexOf('\n', begin);
  }

  @Test
  void whatRetentionRemovedIsNotMissingAndTheRestStillProvesItself() throws Exception {
    try (SqliteJournal journal = open()) {
      Outbox centre = journal.outbox("centre");
      for (JournalRecord record : centre.next(1000)) {
        if (record.id().sequence() <= 25) {
          centre.acknowledge(record.id());
        }
      }
      clock.forwardSeconds(3600);
      for (int i = 0; i < 5; i++) {
        journal.appendDurably(Drafts.of("e", Importance.EVENT, i));
      }
      Path file = temp.resolve("beside the gateway");
      assertThat(export("--to", file.toString(), "--stream", "a")).as(said()).isZero();
      assertThat(VerifySays.of(file, "--key", key)).contains("35 records", "everything holds");
    }
  }

  @Test
  void thinnedRecordsGapsAndDamageAreNamed() throws Exception {
    thin(20);
    thin(21);
    Path thinned = temp.resolve("thinned");
    assertThat(export("--to", thinned.toString(), "--stream", "a")).as(said()).isZero();
    assertThat(said()).contains("58 records, 2 links");
    assertThat(VerifySays.of(thinned, "--key", key)).contains("thinned 20-21", "everything holds");
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(
          connection, "UPDATE record_1 SET content = x'00' WHERE place = " + Place.of(1, 40));
      Database.execute(connection, "DELETE FROM record_1 WHERE place = " + Place.of(1, 50));
    }
    Path damaged = temp.resolve("damaged");
    assertThat(export("--to", damaged.toString(), "--stream", "a")).isEqualTo(1);
    assertThat(said()).contains("a/40 is damaged", "a/50 to 50 cannot be read");
    assertThat(VerifySays.of(damaged, "--key", key))
        .contains("gap 40-40 (damaged)", "gap 50-50 (unexplained)", "exit status 1");
  }

  /** As thinning leaves it: the digest instead of the content. */
  private void thin(long sequence) throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database());
        var select = connection.prepareStatement("SELECT content FROM record_1 WHERE place = ?");
        var update =
            connection.prepareStatement(
                "UPDATE record_1 SET content = NULL, digest = ? WHERE place = ?")) {
      select.setLong(1, Place.of(1, sequence));
      byte[] content;
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        content = row.getBytes(1);
      }
      update.setBytes(1, Chain.digest(content));
      update.setLong(2, Place.of(1, sequence));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void wrongUsageIsTwoAndHelpIsGiven() {
    assertThat(export()).isEqualTo(2);
    assertThat(export("--to")).isEqualTo(2);
    assertThat(export("--to", "-", "--first", "2")).isEqualTo(2);
    assertThat(export("--to", "-", "--record", "a/x")).isEqualTo(2);
    assertThat(export("--to", "-", "--record", "a/1", "--stream", "a")).isEqualTo(2);
    assertThat(export("--to", "-", "--stream", "a", "--first", "3", "--last", "2")).isEqualTo(2);
    assertThat(export("--help")).isZero();
    assertThat(said()).contains("usage: wayside export");
  }
}
