// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.journal.Verdict.Wrong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inspection sees each kind of wrong when there is one. */
class InspectionTest {

  private static final long KEEP_S = 1000;

  @TempDir Path temp;

  private Path journal = Path.of("unset");
  private final StringBuilder said = new StringBuilder();

  /** Nine records in the log of a journal that was left as a kill leaves it. */
  @BeforeEach
  void aJournalThatWasCutOff() throws Exception {
    Path used = temp.resolve("used");
    journal = temp.resolve("left");
    SteppedTime time = new SteppedTime(1);
    try (SqliteJournal open =
        SqliteJournal.open(BusySite.settings(used, KEEP_S), time, () -> Numbered.PROVENANCE)) {
      Outbox centre = open.outbox("centre");
      open.outbox("archive");
      said.append("n centre\nn archive\n");
      for (long number = 1; number <= 9; number++) {
        RecordId id =
            open.appendDurably(Numbered.draft("counts", number, 100, List.of(), time.now()));
        said.append("d " + number + "\nk counts " + id.sequence() + " " + number + "\n");
      }
      for (JournalRecord record : centre.next(4)) {
        said.append(
            "g counts "
                + record.id().sequence()
                + " "
                + Numbered.of(record)
                + " "
                + record.hash()
                + "\n");
      }
      JournalFiles.copy(used, journal);
    }
  }

  private Verdict inspect(String facts) throws InterruptedException {
    Facts all = new Facts();
    all.add(facts.getBytes(StandardCharsets.US_ASCII));
    return Inspection.of(journal, all);
  }

  @Test
  void anIntactJournalHolds() throws InterruptedException {
    Verdict verdict = inspect(said.toString());
    assertThat(verdict.wrongs()).isEmpty();
    assertThat(verdict.finding()).isEmpty();
  }

  @Test
  void aLogThatLostItsEndIsALoss() throws IOException, InterruptedException {
    Path log = journal.resolve("journal.db-wal");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, java.util.Arrays.copyOf(bytes, bytes.length - 3 * 4096));
    assertThat(inspect(said.toString()).wrongs()).containsKey(Wrong.LOST);
  }

  @Test
  void aDatabaseThatIsGoneIsALoss() throws IOException, InterruptedException {
    Files.delete(journal.resolve("journal.db"));
    Files.delete(journal.resolve("journal.db-wal"));
    assertThat(inspect(said.toString()).wrongs()).containsKey(Wrong.LOST);
  }

  @Test
  void aRecordThatHeldAnotherNumberIsBroken() throws InterruptedException {
    assertThat(inspect(said.toString().replace("k counts 5 5", "k counts 5 50")).wrongs())
        .containsKey(Wrong.BROKEN);
  }

  @Test
  void aRecordNobodyHandedInIsBroken() throws InterruptedException {
    assertThat(inspect(said.toString().replace("d 5\n", "")).wrongs()).containsKey(Wrong.BROKEN);
  }

  @Test
  void twoContentsUnderOneNumberAreADouble() throws InterruptedException {
    String other =
        said.toString().replaceFirst("(g counts 2 2) [0-9a-f]{64}", "$1 " + "0".repeat(64));
    assertThat(inspect(other).wrongs()).containsOnlyKeys(Wrong.DOUBLE);
  }

  @Test
  void oneContentUnderTwoNumbersIsADouble() throws InterruptedException {
    String other = said + "g weighing.lane-1 1 3 " + "0".repeat(64) + "\n";
    assertThat(inspect(other).wrongs()).containsOnlyKeys(Wrong.DOUBLE);
  }

  @Test
  void anAcknowledgedNumberGivenOutAgainIsADouble() throws InterruptedException {
    String more = said + "d 10\nk weighing.lane-1 1 10\n";
    assertThat(inspect(more).wrongs()).containsKeys(Wrong.LOST, Wrong.DOUBLE);
  }
}
