// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Blob;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.journal.verify.Verify;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.LaneMoment;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.Measured;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.PassageNumber;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.passage.TollRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TollAuditTest {

  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final ShiftPlan PLAN =
      ShiftPlan.whole(new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.MIDNIGHT));
  private static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 0;
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(
              NOON.plusNanos(nanos), ClockQuality.synchronisedBy("rig"), "boot", nanos);
        }
      };

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private RecordId passage = new RecordId("gate-7", "toll.lane-2", 1);

  private static PassageFacts facts(Optional<Long> grant) {
    return new PassageFacts(
        "7",
        -8_000_000_000L,
        0,
        grant,
        Optional.empty(),
        List.of(),
        List.of(
            new LaneMoment(-8_000_000_000L, "arming-on"),
            new LaneMoment(-3_000_000_000L, "barrier-raise"),
            new LaneMoment(-2_000_000_000L, "safety-on"),
            new LaneMoment(0, "safety-off")),
        Measured.NOTHING,
        Optional.empty(),
        List.of(
            new Blob("front", "image/jpeg", new byte[] {1, 2, 3, 4}),
            new Blob("rear", "image/jpeg", new byte[] {1, 2, 3, 4})), // of one content
        io.wayside.core.quality.Flags.NONE);
  }

  @BeforeEach
  void writeAJournal() throws Exception {
    TollRecords records =
        new TollRecords(new LaneOrigin("0017", "002", "<north>", "lane-2"), PLAN, TIME);
    Charge charge =
        Charge.of(
            new Priced.Sum(new Fare(54_000, "VND", "fares", List.of("group:2"))), Optional.empty());
    try (SqliteJournal journal =
        SqliteJournal.open(
            JournalSettings.standard(folder.resolve("journal"), "gate-7"),
            TIME,
            () -> PROVENANCE)) {
      journal.appendDurably(records.abort(facts(Optional.empty()), "backed-out", PROVENANCE));
      RecordId grant =
          journal.appendDurably(records.grant(facts(Optional.empty()), charge, PROVENANCE));
      passage =
          journal.appendDurably(
              records.passage(facts(Optional.of(grant.sequence())), charge, PROVENANCE));
      journal.appendDurably(records.violation(facts(Optional.empty()), "tailgating", PROVENANCE));
      CorrectionPolicy.Wish wish =
          new CorrectionPolicy.Wish(
              "c-1", 0, "VND", "charged-twice", "twice", "anna", Optional.of("binh"));
      journal.appendDurably(
          records.correction(
              new CorrectionPolicy(PLAN, 0, 1_000_000)
                  .judge(journal.read(passage).orElseThrow(), List.of(), wish, NOON)
                  .correction()
                  .orElseThrow(),
              PROVENANCE));
    }
  }

  private int audit(String id, String out) {
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    return TollAudit.run(
        to,
        to,
        "--journal",
        folder.resolve("journal").toString(),
        "--passage",
        id,
        "--out",
        folder.resolve(out).toString());
  }

  private Map<String, byte[]> unzip(String name) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream file = Files.newInputStream(folder.resolve(name));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void packsARecordWithItsGrantItsCorrectionItsPictureAndTheirProof() throws Exception {
    String number =
        PassageNumber.of("0017", "002", LocalDate.of(2026, 11, 21), passage.sequence()).toString();
    assertThat(audit(number, "pack.zip")).as(said.toString(StandardCharsets.UTF_8)).isZero();
    Map<String, byte[]> files = unzip("pack.zip");
    assertThat(files)
        .containsKeys(
            "README.txt",
            "record.json",
            "page.html",
            "timeline.svg",
            "timeline.csv",
            "tags.csv",
            "sightings.csv",
            "lists.csv",
            "verify.txt",
            "proof/toll.lane-2-2.jsonl",
            "proof/toll.lane-2-3.jsonl",
            "proof/toll.lane-2-5.jsonl");
    assertThat(files.keySet().stream().filter(name -> name.startsWith("pictures/")))
        .hasSize(1)
        .allMatch(name -> name.matches("pictures/[0-9a-f]{64}\\.jpg"));
    String page = new String(files.get("page.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains(number, "54000 VND", "charged-twice", "&lt;north&gt;", "<svg")
        .doesNotContain("<north>");
    Path proof = folder.resolve("proof.jsonl");
    Files.write(proof, files.get("proof/toll.lane-2-3.jsonl"));
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Verify.run(to, to, proof.toString())).isZero();
    String altered =
        new String(files.get("proof/toll.lane-2-3.jsonl"), StandardCharsets.UTF_8)
            .replace("54000", "45000");
    Files.writeString(proof, altered);
    assertThat(Verify.run(to, to, proof.toString())).isEqualTo(1);
  }

  @Test
  void takesAStreamAndNumberTooAndWritesTheSameBytesAgain() throws Exception {
    assertThat(audit("toll.lane-2/3", "one.zip")).isZero();
    assertThat(audit("toll.lane-2/3", "two.zip")).isZero();
    assertThat(Files.readAllBytes(folder.resolve("one.zip")))
        .isEqualTo(Files.readAllBytes(folder.resolve("two.zip")));
  }

  /** As a correction and the centre name it. */
  @Test
  void takesARecordWithItsGatewayIfItIsTheJournals() {
    assertThat(audit("gate-7/toll.lane-2/3", "one.zip")).isZero();
    assertThat(audit("gate-8/toll.lane-2/3", "two.zip")).isEqualTo(1);
    assertThat(audit("../toll.lane-2/3", "two.zip")).isEqualTo(1);
    assertThat(folder.resolve("two.zip")).doesNotExist();
  }

  /** Of a site document in which two lanes have one number. */
  @Test
  void aNumberThatTwoPassagesHaveIsRefusedWithBoth() throws Exception {
    TollRecords beside =
        new TollRecords(new LaneOrigin("0017", "002", "north", "lane-3"), PLAN, TIME);
    try (SqliteJournal journal =
        SqliteJournal.open(
            JournalSettings.standard(folder.resolve("journal"), "gate-7"),
            TIME,
            () -> PROVENANCE)) {
      for (int i = 0; i < 3; i++) {
        journal.appendDurably(beside.abort(facts(Optional.empty()), "backed-out", PROVENANCE));
      }
    }
    String number =
        PassageNumber.of("0017", "002", LocalDate.of(2026, 11, 21), passage.sequence()).toString();
    assertThat(audit(number, "pack.zip")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("gate-7/toll.lane-2/3", "gate-7/toll.lane-3/3", "name the record");
    assertThat(audit("toll.lane-2/3", "pack.zip")).isZero();
  }

  @Test
  void aPictureThatIsGoneIsSaid() throws Exception {
    try (java.util.stream.Stream<Path> all = Files.walk(folder.resolve("journal/blobs"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {9});
      }
    }
    assertThat(audit("toll.lane-2/3", "pack.zip")).isZero();
    Map<String, byte[]> files = unzip("pack.zip");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("pictures/"));
    assertThat(new String(files.get("page.html"), StandardCharsets.UTF_8)).contains("not kept");
  }

  @Test
  void whatCannotBeFoundOrIsMistypedIsSaid() {
    assertThat(audit("toll.lane-2/99", "pack.zip")).isEqualTo(1);
    assertThat(audit("0017-002-20261121-000003-0", "pack.zip")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no record", "mistyped digit");
    assertThat(folder.resolve("pack.zip")).doesNotExist();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(TollAudit.run(to, to, "--journal", "nowhere")).isEqualTo(2);
    assertThat(TollAudit.run(to, to, "--help")).isZero();
  }
}
