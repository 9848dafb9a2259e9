// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.toll.audit.TollAudit;
import io.wayside.rig.scenarios.toll.desk.TollCorrect;
import io.wayside.rig.scenarios.toll.desk.TollShift;
import io.wayside.rig.scenarios.toll.office.Mischief;
import io.wayside.rig.scenarios.toll.office.MockBackOffice;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.systemtests.Patience;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.Measured;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.shift.LaneShift;
import io.wayside.tolling.shift.ShiftRecords;
import io.wayside.tolling.shift.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers for the money, beside the shipped gateway: corrections, and a station's shift. */
@Tag("felix")
class TollDeskSiteTest {

  private static final String LANE = "toll.lane-1";
  private static final SimulatedTag TAG = SimulatedTag.of(TollSite.TAG);
  private static final ShiftPlan PLAN =
      ShiftPlan.whole(new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.of(6, 0)));

  private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));

  /** What a verb of {@code ./wayside} printed. */
  private record Said(int status, String out, String err) {}

  private interface Verb {
    int run(PrintStream out, PrintStream err, String... arguments);
  }

  private static Said run(Verb verb, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        verb.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Said correct(Path state, String id, String passage, String to, String by) {
    return run(
        TollCorrect::run,
        "--state",
        state.toString(),
        "--lane",
        "lane-1",
        "--id",
        id,
        "--passage",
        passage,
        "--to",
        to,
        "--code",
        "charged-twice",
        "--reason",
        "the tag passed once",
        "--by",
        by);
  }

  private static Said agree(Path state, String id, String by) {
    return run(
        TollCorrect::run,
        "--state",
        state.toString(),
        "--lane",
        "lane-1",
        "--agree",
        id,
        "--by",
        by);
  }

  @Test
  void aPersonCorrectsAPassageAndTheOfficeAndTheAuditPackHaveIt(@TempDir Path folder)
      throws Exception {
    Path state = folder.resolve("state");
    assertThat(correct(state, "c-0", "toll.lane-1/1", "0", "anna"))
        .satisfies(said -> assertThat(said.status()).isEqualTo(4))
        .satisfies(said -> assertThat(said.err()).contains("control.sock", "--state"));
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        MockBackOffice office = new MockBackOffice(() -> Mischief.NONE)) {
      TollSite site = new TollSite(folder).withOffice(office.address("json"));
      Path document = site.write(reader.port(), gpio.root(), "");
      Path incoming = state.resolve("toll-lists-incoming");
      site.lay(incoming, ListType.ACCOUNTS, 1, List.of(TollSite.TAG + " 1 ok"));
      site.lay(incoming, ListType.BLOCKED, 1, List.of());
      ControlSocket control = new ControlSocket(state);
      try (GatewayProcess gateway =
          GatewayProcess.start(
              ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        until("lists are in force", () -> health(control).equals("ok"), gateway);
        drive(reader, gpio, gateway);
        until("the office counts it", () -> office.account().size(LANE) == 1, gateway);
        long cost = office.account().sum(LANE);
        assertThat(cost).isPositive();

        Said unknown = correct(state, "c-1", LANE + "/4711", "0", "anna");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("unknown-passage", "4711");
        assertThat(correct(state, "c-1", "toll.lane-2/2", "0", "anna").err())
            .contains("other-lane");
        assertThat(correct(state, "c-1", LANE + "/2", "-1", "anna").err()).contains("negative-sum");
        assertThat(correct(state, "c-1", LANE + "/2", "99999999", "anna").err())
            .contains("beyond-fares");
        Said done = correct(state, "c-1", "toll-1/" + LANE + "/2", "0", "anna");
        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out()).contains("toll-1/" + LANE + "/3", "to 0 VND");
        Said again = correct(state, "c-1", LANE + "/2", "0", "anna");
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains(LANE + "/3", "on record before");
        until("the office counts it too", () -> office.account().size(LANE) == 2, gateway);
        assertThat(office.account().sum(LANE)).isZero();

        Said asked = correct(state, "c-2", LANE + "/2", Long.toString(cost), "anna");
        assertThat(asked.status()).isEqualTo(3);
        assertThat(asked.out()).contains("second person", "--agree c-2");
        assertThat(agree(state, "c-2", "anna").err()).contains("second-person-needed");
        assertThat(agree(state, "c-2", "binh").out()).contains(LANE + "/4");
        until("the office has the sum", () -> office.account().sum(LANE) == cost, gateway);
        assertThat(office.account().outOfOrder()).isZero();
        assertThat(gateway.stop(30_000)).isTrue();
      }
      Said audit =
          run(
              TollAudit::run,
              "--journal",
              state.resolve("journal").toString(),
              "--passage",
              LANE + "/2",
              "--out",
              folder.resolve("pack.zip").toString());
      assertThat(audit.status()).as(audit.err()).isZero();
      assertThat(audit.out()).as("its grant and two corrections").contains("3 related records");
    }
  }

  @Test
  void theStationsReportOfAShiftIsWrittenPostedAndShown(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("state");
    Shift shift = PLAN.of(yesterday);
    write(state.resolve("journal"), shift);
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        MockBackOffice office = new MockBackOffice(() -> Mischief.NONE)) {
      Path document =
          new TollSite(folder)
              .withOffice(office.address("json"))
              .withShifts()
              .write(reader.port(), gpio.root(), "");
      try (GatewayProcess gateway =
          GatewayProcess.start(
              ReleaseFolder.find(), document, state, folder.resolve("gateway.log"))) {
        until("the report can be shown", () -> shift(state).status() == 0, gateway);
        String page = shift(state).out();
        assertThat(page)
            .contains("0017", shift.toString(), "108000 VND", "54000 VND")
            .containsPattern("toll\\.lane-1 +-2 +.*L3")
            .containsPattern("toll\\.lane-2 +-1 +.*L3");
        until("the office has it", () -> office.account().has("toll-shift.0017", 3), gateway);
        String day = shift.day().toString();
        assertThat(shift(state, "--day", day, "--shift", "1").out()).isEqualTo(page);
        assertThat(shift(state, "--day", day, "--shift", "2"))
            .satisfies(said -> assertThat(said.status()).isEqualTo(1))
            .satisfies(said -> assertThat(said.err()).contains("no-report", day + "/2"));
        assertThat(gateway.stop(30_000)).isTrue();
      }
    }
  }

  private static Said shift(Path state, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"--state", state.toString(), "--station", "plaza"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(TollShift::run, arguments);
  }

  /** Two passages in one lane and one in the other, and the lanes' reports: what a day left. */
  private void write(Path journal, Shift shift) throws Exception {
    TimeSource then =
        new TimeSource() {
          @Override
          public long monotonicNanos() {
            return 0;
          }

          @Override
          public Stamp at(long nanos) {
            return new Stamp(
                yesterday.plusNanos(nanos), ClockQuality.synchronisedBy("rig"), "rig", nanos);
          }
        };
    Provenance by = new Provenance("rig", "0", "none");
    try (SqliteJournal open =
        SqliteJournal.open(JournalSettings.standard(journal, "toll-1"), then, () -> by)) {
      for (int lane = 1; lane <= 2; lane++) {
        LaneOrigin origin = new LaneOrigin("0017", "00" + lane, "forward", "lane-" + lane);
        TollRecords records = new TollRecords(origin, PLAN, then);
        LaneShift sum = new LaneShift("0017", origin.stream(), shift);
        for (int passed = lane; passed <= 2; passed++) {
          Draft passage = records.passage(facts(passed), charge(), by);
          RecordId id = open.appendDurably(passage);
          JournalRecord kept = open.read(id).orElseThrow();
          assertThat(new Fields(kept.body()).text("day")).hasValue(shift.day().toString());
          sum.add(kept);
        }
        open.appendDurably(new ShiftRecords(then).lane(sum.report(), Span.of(PLAN, shift), 1, by));
      }
    }
  }

  private static PassageFacts facts(int vehicle) {
    return new PassageFacts(
        Integer.toString(vehicle),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Measured.NOTHING,
        Optional.empty(),
        List.of(),
        io.wayside.core.quality.Flags.NONE);
  }

  private static Charge charge() {
    return Charge.of(new Priced.Sum(new Fare(54_000, "VND", "fares", List.of())), Optional.empty());
  }

  private static void drive(LlrpReader reader, GpioFolder gpio, GatewayProcess gateway)
      throws Exception {
    until("the barrier is down", () -> !gpio.on(TollSite.RAISE) && reader.transmitting(), gateway);
    gpio.input(TollSite.L1, true);
    until(
        "the barrier rises",
        () -> {
          reader.tagInField(TAG, 1, -52, 1);
          return gpio.on(TollSite.RAISE);
        },
        gateway);
    gpio.input(TollSite.L3, true); // longer than from loop to loop: a slow machine sees no gap
    after(300);
    gpio.input(TollSite.L1, false);
    after(300);
    gpio.input(TollSite.L3, false);
  }

  private static String health(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE).code("station.lane-1");
  }

  private static void until(String what, Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static void after(long ms) {
    long end = System.nanoTime() + ms * 1_000_000;
    Patience.until(ms + " ms", () -> System.nanoTime() - end >= 0, () -> "");
  }
}
