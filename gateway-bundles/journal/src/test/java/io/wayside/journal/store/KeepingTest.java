// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stays for how long, what is told when there is no room, and what can be asked. */
@Timeout(120)
class KeepingTest {

  private static final RecordId FIRST = new RecordId("gw-1", "a", 1);

  @TempDir Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();

  private JournalSettings settings() {
    return JournalSettings.standard(folder, "gw-1")
        .withQuota(64 << 20, 64 << 10)
        .withKeepAcknowledged(Duration.ofHours(10));
  }

  private SqliteJournal open(JournalSettings settings) throws Exception {
    return SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE);
  }

  /** Lets the writer look after things: it does so after each commit. */
  private static void turn(SqliteJournal journal) throws Exception {
    for (int i = 0; i < 3; i++) {
      journal.appendDurably(Drafts.of("other", Importance.EVENT, 1000 + i));
    }
  }

  private static void acknowledgeAll(Outbox outbox) throws Exception {
    for (List<JournalRecord> some = outbox.next(100); !some.isEmpty(); some = outbox.next(100)) {
      some.forEach(record -> outbox.acknowledge(record.id()));
    }
  }

  private void hours(SqliteJournal journal, int hours) throws Exception {
    for (int half = 0; half < 2 * hours; half++) {
      clock.forwardSeconds(1800);
      turn(journal);
    }
  }

  @Test
  void theTimeCountsFromTheAcknowledgementNotFromTheCommit() throws Exception {
    try (SqliteJournal journal = open(settings())) {
      Outbox outbox = journal.outbox("centre");
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      hours(journal, 24); // an outage longer than the time
      acknowledgeAll(outbox);
      hours(journal, 9);
      assertThat(journal.read(FIRST)).isPresent();
      hours(journal, 2);
      assertThat(journal.read(FIRST)).isEmpty();
    }
  }

  @Test
  void aWallClockThatStepsRemovesNothingEarly() throws Exception {
    try (SqliteJournal journal = open(settings())) {
      Outbox outbox = journal.outbox("centre");
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      acknowledgeAll(outbox);
      turn(journal);
      clock.stepWall(400L * 86_400);
      hours(journal, 9);
      clock.stepWall(-800L * 86_400);
      turn(journal);
      assertThat(journal.read(FIRST)).isPresent();
      hours(journal, 2);
      assertThat(journal.read(FIRST)).as("nor late").isEmpty();
    }
  }

  @Test
  void theTimeGoesOnAfterRestartsAndStandsStillWhileTheBoxIsOff() throws Exception {
    try (SqliteJournal journal = open(settings())) {
      Outbox outbox = journal.outbox("centre");
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      acknowledgeAll(outbox);
      hours(journal, 6);
    }
    clock.reboot("boot-2");
    clock.stepWall(30L * 86_400);
    try (SqliteJournal journal = open(settings())) {
      turn(journal);
      hours(journal, 3);
      assertThat(journal.read(FIRST)).isPresent();
      hours(journal, 2);
      assertThat(journal.read(FIRST)).isEmpty();
    }
  }

  @Test
  void refusalsAreCountedAndRecordedOnceRecordsAreTakenAgainAlsoAfterARestart() throws Exception {
    JournalSettings small = settings().withQuota(1 << 20, 64 << 10);
    String filling = "x".repeat(20_000);
    int refused = 0;
    try (SqliteJournal journal = open(small)) {
      journal.outbox("centre");
      for (int i = 0; refused < 5; i++) {
        try {
          journal.appendDurably(Drafts.of("doors", Importance.EVENT, i, filling));
        } catch (JournalException.Full full) {
          refused++;
        }
      }
      Draft again = Drafts.of("doors", Importance.EVENT, 9999, filling);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> journal.appendDurably(again))
            .isInstanceOf(JournalException.Full.class);
      }
      assertThat(journal.health().code()).isEqualTo("journal-full");
      clock.forwardSeconds(31);
      journal.appendDurably(Drafts.of("tolls", Importance.MONEY, 1));
      journal.appendDurably(Drafts.of("tolls", Importance.MONEY, 2));
    }
    try (SqliteJournal journal = open(small)) {
      Outbox outbox = journal.outbox("centre");
      List<JournalRecord> told = new ArrayList<>();
      for (int round = 0; told.isEmpty() && round < 200; round++) {
        for (JournalRecord record : outbox.next(100)) {
          outbox.acknowledge(record.id());
          if (record.kind().toString().equals("journal-refused/1")) {
            told.add(record);
          }
        }
        clock.forwardSeconds(61);
        turn(journal);
      }
      Value.Fields doors =
          (Value.Fields) ((Value.Many) told.get(0).body().get("streams")).values().get(0);
      assertThat(told.get(0).importance()).isEqualTo(Importance.ALARM);
      assertThat(doors.get("stream")).isEqualTo(new Value.Text("doors"));
      assertThat(doors.get("drafts")).isEqualTo(new Value.Whole(6));
      assertThat(doors.get("answers")).isEqualTo(new Value.Whole(8));
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
    }
  }

  @Test
  void aKindConfiguredToBeThinnedThatComesAsMoneyIsKeptAndHealthSaysSo() throws Exception {
    Policy policy = Policy.of(List.of("door"), List.of());
    try (SqliteJournal journal = open(settings().withPolicy(policy))) {
      Draft plain = Drafts.of("doors", Importance.MONEY, 1);
      journal.appendDurably(
          new Draft(
              plain.stream(),
              new RecordKind("door", 1),
              plain.importance(),
              plain.occurred(),
              plain.provenance(),
              plain.body()));
      assertThat(journal.health().code()).isEqualTo("journal-policy");
      assertThat(journal.health().message()).contains("journal.thin").contains("door");
    }
  }

  @Test
  void aForgottenDestinationHoldsNothingAndBeginsAnewWhenItComesBack() throws Exception {
    JournalSettings settings = settings().withKeepAcknowledged(Duration.ZERO);
    try (SqliteJournal journal = open(settings)) {
      journal.outbox("old");
      for (int i = 1; i <= 5; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
      }
      assertThatThrownBy(() -> journal.forgetDestination("old"))
          .isInstanceOf(JournalException.Refused.class)
          .hasMessageContaining("in use");
      assertThatThrownBy(() -> journal.forgetDestination("nobody"))
          .isInstanceOf(JournalException.Refused.class)
          .hasMessageContaining("nobody");
      acknowledgeAll(journal.outbox("new"));
      clock.forwardSeconds(60);
      turn(journal);
      assertThat(journal.read(FIRST)).as("the old one has not got it").isPresent();
    }
    try (SqliteJournal journal = open(settings)) {
      journal.outbox("new");
      assertThat(journal.forgetDestination("old")).isGreaterThanOrEqualTo(5);
      clock.forwardSeconds(60);
      turn(journal);
      turn(journal);
      assertThat(journal.read(FIRST)).isEmpty();
      Outbox back = journal.outbox("old");
      assertThat(back.next(100)).isNotEmpty().noneMatch(r -> r.id().stream().equals("a"));
    }
    assertThat(DamageTest.verify(folder)).isZero();
  }

  @Test
  void anOutboxIsFreeOnceItsLastSubscriptionIsClosed() throws Exception {
    try (SqliteJournal journal = open(settings())) {
      AutoCloseable news = journal.outbox("old").onNew(() -> {});
      assertThatThrownBy(() -> journal.forgetDestination("old"))
          .isInstanceOf(JournalException.Refused.class);
      news.close();
      assertThat(journal.forgetDestination("old")).isZero();
    }
  }

  @Test
  void theStatusTellsRoomDestinationsAndStreams() throws Exception {
    try (SqliteJournal journal = open(settings())) {
      Outbox outbox = journal.outbox("centre");
      for (int i = 1; i <= 3; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
      }
      outbox.acknowledge(FIRST);
      Value.Fields status = journal.status();
      assertThat(status.get("quotaBytes")).isEqualTo(new Value.Whole(64 << 20));
      assertThat(status.get("reserve")).isEqualTo(new Value.Text("whole"));
      assertThat(((Value.Whole) status.get("usedBytes")).value()).isPositive();
      Value.Fields centre =
          (Value.Fields) ((Value.Many) status.get("destinations")).values().get(0);
      assertThat(centre.get("destination")).isEqualTo(new Value.Text("centre"));
      assertThat(centre.get("open")).isEqualTo(new Value.Truth(true));
      assertThat(centre.get("backlog")).isEqualTo(new Value.Whole(2));
      Value.Fields oldest = (Value.Fields) centre.get("oldest");
      assertThat(oldest.get("stream")).isEqualTo(new Value.Text("a"));
      assertThat(oldest.get("sequence")).isEqualTo(new Value.Whole(2));
      assertThat(status.get("streams"))
          .isEqualTo(
              new Value.Many(
                  List.of(
                      Value.Fields.with("stream", "a")
                          .and("firstKept", 1)
                          .and("last", 3)
                          .build())));
    }
  }

  @Test
  void aThinnedRecordIsPassedOverAndItsBlobIsGone() throws Exception {
    JournalSettings small = settings().withQuota(1 << 20, 64 << 10);
    byte[] picture = new byte[60_000];
    try (SqliteJournal journal = open(small)) {
      Outbox outbox = journal.outbox("centre");
      List<Path> files = new ArrayList<>();
      BlobStore blobs = new BlobStore(new Layout(folder).blobs());
      for (int i = 1; i <= 40; i++) {
        picture[0] = (byte) i;
        Draft plain = Drafts.of("a", Importance.TELEMETRY, i);
        RecordId id =
            journal.appendDurably(
                new Draft(
                    plain.stream(),
                    plain.kind(),
                    plain.importance(),
                    plain.occurred(),
                    plain.provenance(),
                    plain.body(),
                    List.of(new Blob("picture", "image/jpeg", picture.clone()))));
        Optional<JournalRecord> kept = journal.read(id);
        kept.ifPresent(record -> files.add(blobs.file(record.blobs().get(0).sha256())));
      }
      List<Long> delivered = new ArrayList<>();
      long thinned = 0;
      for (List<JournalRecord> some = outbox.next(10); !some.isEmpty(); some = outbox.next(10)) {
        for (JournalRecord record : some) {
          outbox.acknowledge(record.id());
          if (record.id().stream().equals("a")) {
            delivered.add(record.id().sequence());
          } else if (record.kind().name().equals("journal-thinned")) {
            for (Value run : ((Value.Many) record.body().get("runs")).values()) {
              thinned += ((Value.Whole) ((Value.Fields) run).get("records")).value();
            }
          }
        }
      }
      assertThat(thinned).isPositive();
      assertThat(delivered).hasSize((int) (40 - thinned)).isSorted().contains(1L);
      assertThat(outbox.backlog()).isZero();
      assertThat(files.stream().filter(Files::exists).count()).isLessThan(40 - thinned + 1);
    }
    assertThat(DamageTest.verify(folder)).isZero();
  }

  @Test
  void aBlobThatNoRecordNamesIsRemovedAndOneThatIsNamedStays() throws Exception {
    Path orphan;
    Path part;
    Path named;
    BlobStore blobs = new BlobStore(new Layout(folder).blobs());
    try (SqliteJournal journal = open(settings())) {
      Draft plain = Drafts.of("a", Importance.EVENT, 1);
      RecordId id =
          journal.appendDurably(
              new Draft(
                  plain.stream(),
                  plain.kind(),
                  plain.importance(),
                  plain.occurred(),
                  plain.provenance(),
                  plain.body(),
                  List.of(new Blob("picture", "image/jpeg", new byte[100]))));
      named = blobs.file(journal.read(id).orElseThrow().blobs().get(0).sha256());
      String rest = String.valueOf(named.getFileName());
      orphan = named.resolveSibling("0".repeat(rest.length()));
      part = named.resolveSibling(rest + ".part");
    }
    Files.write(orphan, new byte[10]);
    Files.write(part, new byte[10]);
    try (SqliteJournal journal = open(settings())) {
      for (int i = 0; i < 300 && (Files.exists(orphan) || Files.exists(part)); i++) {
        turn(journal);
      }
      assertThat(orphan).doesNotExist();
      assertThat(part).doesNotExist();
      assertThat(named).exists();
    }
  }

  @Test
  void blobsStayAsLongAsADatabaseInQuarantineMayNameThem() throws Exception {
    Path orphan = new BlobStore(new Layout(folder).blobs()).file("ab" + "0".repeat(62));
    Path quarantined = new Layout(folder).quarantine().resolve("then").resolve("journal.db");
    Files.createDirectories(orphan.getParent());
    Files.createDirectories(quarantined.getParent());
    Files.write(orphan, new byte[10]);
    Files.write(quarantined, new byte[10]);
    try (SqliteJournal journal = open(settings())) {
      turn(journal);
      turn(journal);
      assertThat(orphan).exists();
    }
  }
}
