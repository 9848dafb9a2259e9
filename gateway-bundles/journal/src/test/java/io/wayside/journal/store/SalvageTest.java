// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordEnvelope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What some destination still waits for comes back from a database that was set aside. */
@Timeout(120)
class SalvageTest {

  private static final int OF_A = 300;
  private static final int TOGETHER = 3;
  private static final int OF_B = OF_A / TOGETHER + 2;
  private static final int ACKNOWLEDGED_OF_A = 50;

  @TempDir Path folder;
  private final Map<RecordId, JournalRecord> written = new LinkedHashMap<>();

  @BeforeEach
  void aJournalOfWhichTheCentreHasSome() throws Exception {
    try (SqliteJournal journal = open()) {
      Outbox centre = journal.outbox("centre");
      // Three at a time of stream a may share a commit, the last is alone in its own.
      for (int i = 1; i <= OF_A; i++) {
        CompletableFuture<RecordId> kept =
            journal.append(Drafts.of("a", Importance.MONEY, i, "filling".repeat(i % 50)));
        if (i % TOGETHER == 0 || i > OF_A - TOGETHER) {
          kept.get();
          journal.appendDurably(Drafts.of("b", Importance.TELEMETRY, i));
        }
        if (i % 7 == 0) {
          journal.appendDurably(Drafts.of("c", Importance.EVENT, i));
        }
      }
      all(journal.outbox("everything")).forEach(r -> written.put(r.id(), r));
      all(centre).stream()
          .filter(r -> r.id().stream().equals("a") && r.id().sequence() <= ACKNOWLEDGED_OF_A)
          .forEach(r -> centre.acknowledge(r.id()));
    }
    try (SqliteJournal journal = open()) {
      all(journal.outbox("everything")).forEach(r -> acknowledge(journal, r.id()));
    }
    assertThat(written).hasSize(OF_A + OF_B + OF_A / 7);
  }

  private static void acknowledge(SqliteJournal journal, RecordId id) {
    try {
      journal.outbox("everything").acknowledge(id);
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  private JournalSettings settings() {
    return JournalSettings.standard(folder, "gw-1")
        .withQuota(64 << 20, 0)
        .withSealing(Drafts.QUIET);
  }

  private SqliteJournal open() throws IOException {
    return SqliteJournal.open(settings(), new Drafts.HandClock(), () -> Drafts.PROVENANCE);
  }

  private static List<JournalRecord> all(Outbox outbox) throws Exception {
    List<JournalRecord> all = new ArrayList<>();
    for (List<JournalRecord> some = outbox.next(77); !some.isEmpty(); some = outbox.next(77)) {
      all.addAll(some);
    }
    return all;
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(connection, sql);
    }
  }

  private long place(String stream, long sequence) throws SQLException {
    try (Connection connection = Database.openForOthers(new Layout(folder).database());
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM stream WHERE name = ?")) {
      select.setString(1, stream);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return Place.of(row.getInt(1), sequence);
      }
    }
  }

  private static String table(long place) {
    return Filing.BY_STREAM.table(Place.stream(place));
  }

  private void damage(String stream, long sequence) throws SQLException {
    long place = place(stream, sequence);
    change("UPDATE " + table(place) + " SET content = x'8a01' WHERE place = " + place);
  }

  /** The numbers of a stream that the centre is given, each record as it was written. */
  private List<Long> delivered(List<JournalRecord> records, String stream) {
    return records.stream()
        .filter(r -> r.id().stream().equals(stream))
        .peek(r -> assertThat(r).isEqualTo(written.getOrDefault(r.id(), r)))
        .map(r -> r.id().sequence())
        .toList();
  }

  private static List<Long> range(long first, long last) {
    return new ArrayList<>(Stream.iterate(first, n -> n <= last, n -> n + 1).toList());
  }

  @Test
  void aDamagedEndCostsTheDamagedRecordAndNothingElse() throws Exception {
    damage("a", OF_A);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      assertThat(journal.appendDurably(Drafts.of("c", Importance.MONEY, 0)).sequence())
          .isEqualTo(OF_A / 7 + 1);
      List<JournalRecord> records = all(journal.outbox("centre"));
      assertThat(delivered(records, "a")).isEqualTo(range(ACKNOWLEDGED_OF_A + 1, OF_A - 1));
      assertThat(delivered(records, "b")).isEqualTo(range(1, OF_B));
      assertThat(delivered(records, "c")).isEqualTo(range(1, OF_A / 7 + 1));
      JournalRecord told =
          records.stream().filter(r -> r.kind().name().equals("journal-gap")).findFirst().get();
      assertThat(told.body().get("gaps").toString())
          .contains("first=Whole[value=" + OF_A, "last=Whole[value=" + OF_A)
          .doesNotContain("Text[value=b]", "Text[value=c]");
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 0)).sequence())
          .isEqualTo(OF_A + 1);
      assertThat(journal.appendDurably(Drafts.of("b", Importance.MONEY, 0)).sequence())
          .isEqualTo(OF_B + 1);
      assertThat(all(journal.outbox("everything"))).as("it had all of them").hasSize(4);
    }
    assertThat(VerifySays.of(folder))
        .contains("gap " + OF_A + "-" + OF_A)
        .doesNotContain("BROKEN", "unexplained", "missing", "first bad");
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status())
          .as("what came back is sound")
          .isEqualTo(Health.Status.OK);
    }
  }

  @Test
  void whatLiesBetweenDamagedRecordsComesBackWithGapsOnlyWhereItIsDamaged() throws Exception {
    damage("a", 101);
    damage("a", 105);
    damage("a", 200);
    damage("b", OF_B);
    try (SqliteJournal journal = open()) {
      List<JournalRecord> records = all(journal.outbox("centre"));
      List<Long> of = delivered(records, "a");
      // Of the commit with the damaged record, what is before it has no seal any more.
      List<Long> lost = range(ACKNOWLEDGED_OF_A + 1, OF_A);
      lost.removeAll(of);
      assertThat(lost)
          .contains(101L, 105L, 200L)
          .isSubsetOf(100L, 101L, 103L, 104L, 105L, 199L, 200L);
      assertThat(delivered(records, "b")).isEqualTo(range(1, OF_B - 1));
      assertThat(delivered(records, "c")).isEqualTo(range(1, OF_A / 7));
    }
    assertThat(VerifySays.of(folder)).doesNotContain("BROKEN", "unexplained", "first bad");
  }

  @Test
  void aRecordThatWasChangedTogetherWithItsHashesDoesNotComeBack() throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      forge(connection, "a", 120, OF_A);
    }
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code())
          .as("the last seal does not fit")
          .isEqualTo("journal-damaged");
      List<JournalRecord> records = all(journal.outbox("centre"));
      assertThat(delivered(records, "a"))
          .isNotEmpty()
          .allMatch(n -> n < 120)
          .as("up to the last seal before the forgery")
          .contains(60L);
      assertThat(delivered(records, "b")).isEqualTo(range(1, OF_B));
    }
  }

  /** Changes one record and makes the chain after it fit again, as somebody without the key can. */
  private void forge(Connection connection, String stream, long from, long to) throws Exception {
    byte[] previous = new byte[32];
    long begin = place(stream, 0);
    for (long n = from - 1; n <= to; n++) {
      byte[] content;
      byte[] hash;
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT content, hash FROM " + table(begin) + " WHERE place = ?")) {
        select.setLong(1, begin + n);
        try (ResultSet row = select.executeQuery()) {
          assertThat(row.next()).isTrue();
          content = row.getBytes(1);
          hash = row.getBytes(2);
        }
      }
      if (n >= from) {
        if (n == from) {
          String text = new String(content, StandardCharsets.ISO_8859_1);
          content = text.replace("filling", "f1lling").getBytes(StandardCharsets.ISO_8859_1);
        }
        hash = Chain.hash(previous, content);
        try (PreparedStatement update =
            connection.prepareStatement(
                "UPDATE " + table(begin) + " SET content = ?, hash = ? WHERE place = ?")) {
          update.setBytes(1, content);
          update.setBytes(2, hash);
          update.setLong(3, begin + n);
          update.executeUpdate();
        }
      }
      previous = hash;
    }
  }

  /** The journal has its key beside the database. */
  @Test
  void aDamagedKeyInTheDatabaseCostsNothingWhileTheKeyFileIsThere() throws Exception {
    change("UPDATE sealing_key SET public = zeroblob(44)");
    damage("a", OF_A);
    try (SqliteJournal journal = open()) {
      List<JournalRecord> records = all(journal.outbox("centre"));
      assertThat(delivered(records, "a")).isEqualTo(range(ACKNOWLEDGED_OF_A + 1, OF_A - 1));
      assertThat(delivered(records, "b")).isEqualTo(range(1, OF_B));
    }
    assertThat(VerifySays.of(folder)).doesNotContain("BROKEN", "unexplained", "first bad");
  }

  @Test
  void aSalvageThatIsCutOffIsDoneAgain() throws Exception {
    damage("a", OF_A);
    Layout layout = new Layout(folder);
    Path aside =
        Quarantine.moveDatabase(
                layout, "damaged", "as found", java.time.Instant.parse("2026-03-01T00:00:00Z"))
            .folder();
    // Cut off here, with a beginning of the successor, and before the log was moved too.
    Files.writeString(layout.unfinished(), "half a database");
    Files.writeString(layout.wal(), "");
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      assertThat(journal.health().message()).contains("as found", aside.getFileName().toString());
      assertThat(delivered(all(journal.outbox("centre")), "a"))
          .isEqualTo(range(ACKNOWLEDGED_OF_A + 1, OF_A - 1));
    }
    assertThat(layout.unfinished()).doesNotExist();
    assertThat(aside.resolve("to-salvage")).doesNotExist();
    assertThat(aside.resolve("journal.db")).exists();
  }

  @Test
  void aNoteLeftFromBeforeTheMoveOrAfterItsEndMeansNothing() throws Exception {
    Layout layout = new Layout(folder);
    for (boolean moved : List.of(false, true)) {
      Path aside = layout.quarantine().resolve("20260301T000000.000Z" + moved);
      Files.createDirectories(aside);
      Files.writeString(aside.resolve("to-salvage"), "damaged\nas found\n");
      if (moved) {
        Files.copy(layout.database(), aside.resolve("journal.db"));
      }
      try (SqliteJournal journal = open()) {
        assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
        assertThat(all(journal.outbox("centre"))).hasSize(written.size() - ACKNOWLEDGED_OF_A);
      }
      assertThat(aside.resolve("to-salvage")).doesNotExist();
    }
  }

  @Test
  void whenTimeRunsOutTheJournalOpensAndSaysThatThereIsMore() throws Exception {
    Layout layout = new Layout(folder);
    Quarantine.Begun begun =
        Quarantine.moveDatabase(layout, "damaged", "x", java.time.Instant.EPOCH);
    HeadsFile.Content known = HeadsFile.read(layout.heads()).orElseThrow();
    int[] asked = new int[1];
    Rebuild.Outcome outcome =
        new Rebuild(
                layout,
                "gw-1",
                new Salvage.Known(known.heads(), known.batch(), false),
                () -> asked[0]++ >= 2,
                "x",
                java.util.Optional.empty())
            .run(java.util.Optional.of(begun.folder()));
    assertThat(outcome.said()).contains("not all that it holds", "wayside export");
    assertThat(outcome.lost()).isNotEmpty();
    try (SqliteJournal journal = open()) {
      List<Long> some = delivered(all(journal.outbox("centre")), "a");
      assertThat(some).isNotEmpty().hasSizeLessThan(OF_A - ACKNOWLEDGED_OF_A);
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 0)).sequence())
          .isGreaterThan(OF_A);
    }
    assertThat(VerifySays.of(folder)).doesNotContain("BROKEN", "unexplained");
  }

  @Test
  void wherePagesAreDamagedNothingFalseComesBackAndNothingIsGivenTwice() throws Exception {
    byte[] sound = Files.readAllBytes(new Layout(folder).database());
    Map<String, byte[]> heads = new LinkedHashMap<>();
    for (Path file : new Layout(folder).heads()) {
      heads.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    Random random = new Random(21);
    int brought = 0;
    for (int round = 0; round < 40 * Integer.getInteger("wayside.rounds", 1); round++) {
      byte[] bent = sound.clone();
      int pages = bent.length / 4096;
      for (int i = 0; i < 1 + random.nextInt(3); i++) {
        int page = 1 + random.nextInt(pages - 1);
        int from = page * 4096 + random.nextInt(4096);
        int to = Math.min(bent.length, from + 1 + random.nextInt(4096));
        for (int at = from; at < to; at++) {
          bent[at] = random.nextBoolean() ? 0 : (byte) random.nextInt();
        }
      }
      for (Path file : new Layout(folder).databaseFiles()) {
        Files.deleteIfExists(file);
      }
      Files.write(new Layout(folder).database(), bent);
      for (Map.Entry<String, byte[]> head : heads.entrySet()) {
        Files.write(folder.resolve(head.getKey()), head.getValue());
      }
      if (round % 2 == 0) {
        damageQuietly("a", OF_A);
      }
      try (SqliteJournal journal = open()) {
        List<JournalRecord> records = all(journal.outbox("centre"));
        for (JournalRecord record : records) {
          assertThat(RecordEnvelope.hashHolds(record)).isTrue();
          if (written.containsKey(record.id())) {
            assertThat(record).isEqualTo(written.get(record.id()));
            brought++;
          } else {
            assertThat(record.id().stream()).isEqualTo("journal");
          }
        }
        assertThat(appended(journal).sequence()).isGreaterThan(OF_A);
      } catch (Exception | AssertionError failed) {
        throw new AssertionError("round " + round, failed);
      }
    }
    assertThat(brought).isGreaterThan(1000);
  }

  /** Damage that only a commit meets makes that one fail; the next finds another database. */
  private static RecordId appended(SqliteJournal journal) throws Exception {
    try {
      return journal.appendDurably(Drafts.of("a", Importance.MONEY, 0));
    } catch (JournalException.Unavailable replacedMeanwhile) {
      return journal.appendDurably(Drafts.of("a", Importance.MONEY, 0));
    }
  }

  private void damageQuietly(String stream, long sequence) {
    try {
      damage(stream, sequence);
    } catch (SQLException | AssertionError damagedAlready) {
      assertThat(damagedAlready).isNotNull();
    }
  }

  /** In the middle of the table, so that there are seals on both sides. */
  private int pageOfSeals() throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database());
        PreparedStatement select =
            connection.prepareStatement("SELECT rootpage FROM sqlite_master WHERE name = 'seal'");
        ResultSet row = select.executeQuery()) {
      assertThat(row.next()).isTrue();
      ByteBuffer pages = ByteBuffer.wrap(Files.readAllBytes(new Layout(folder).database()));
      int root = (row.getInt(1) - 1) * 4096;
      assertThat(pages.get(root)).as("a page above others").isEqualTo((byte) 5);
      int cells = pages.getShort(root + 3);
      assertThat(cells).isGreaterThan(10);
      return pages.getInt(root + pages.getShort(root + 12 + cells / 2 * 2));
    }
  }

  /** The driver finalizes a statement that met damage. */
  @Test
  void aPageOfSealsThatCannotBeReadCostsTheRecordsOfThoseSealsAndNotAllBefore() throws Exception {
    int page = pageOfSeals();
    damage("a", OF_A);
    Path database = new Layout(folder).database();
    byte[] bytes = Files.readAllBytes(database);
    bytes[(page - 1) * 4096] = 99;
    Files.write(database, bytes);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      List<JournalRecord> records = all(journal.outbox("centre"));
      // A seal behind them vouches for their chain; verify says that theirs are missing.
      assertThat(delivered(records, "a")).isEqualTo(range(ACKNOWLEDGED_OF_A + 1, OF_A - 1));
      assertThat(delivered(records, "b")).isEqualTo(range(1, OF_B));
    }
  }
}
