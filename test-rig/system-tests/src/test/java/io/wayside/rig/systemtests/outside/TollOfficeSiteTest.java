// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.toll.office.Mischief;
import io.wayside.rig.scenarios.toll.office.MockBackOffice;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.systemtests.Patience;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.passage.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped gateway posts to an office and asks it, through its silence and a kill. */
@Tag("felix")
class TollOfficeSiteTest {

  private static final String LANE = "toll.lane-1";
  private static final int TAGS = 3;

  private final AtomicReference<Mischief> mischief = new AtomicReference<>(Mischief.NONE);

  /** Each vehicle has a tag of its own. */
  private static String tag(int vehicle) {
    return TollSite.TAG.substring(0, TollSite.TAG.length() - 1) + vehicle;
  }

  @Test
  void eachPassageIsCountedOnceWhileTheOfficeIsSilentAndTheProcessKilled(@TempDir Path folder)
      throws Exception {
    Path state = folder.resolve("state");
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        MockBackOffice office = new MockBackOffice(mischief::get)) {
      TollSite site = new TollSite(folder).withOffice(office.address("json"));
      Path document = site.write(reader.port(), gpio.root(), "");
      Path incoming = state.resolve("toll-lists-incoming");
      site.lay(
          incoming,
          ListType.ACCOUNTS,
          1,
          List.of(tag(1) + " 1 ok", tag(2) + " 1 ok", tag(3) + " 1 ok"));
      site.lay(incoming, ListType.BLOCKED, 1, List.of());
      ControlSocket control = new ControlSocket(state);
      Path log = folder.resolve("gateway.log");
      try (GatewayProcess gateway =
          GatewayProcess.start(ReleaseFolder.find(), document, state, log)) {
        until(
            "the lane asks its office",
            () -> lane(control).contains("\"office\":\"answers\""),
            gateway);
        until("lists are in force", () -> health(control).equals("ok"), gateway);
        drive(1, gateway, control, gpio, reader);
        until("the office counts it", () -> office.account().size(LANE) == 1, gateway);
        assertThat(office.account().asked()).isPositive();

        mischief.set(Mischief.LOSE_ANSWER); // from now on it hears, and is not heard
        drive(2, gateway, control, gpio, reader);
        until(
            "the lane goes on by its lists",
            () -> lane(control).contains("\"office\":\"silent\""),
            gateway);
        until("the office counts it", () -> office.account().size(LANE) == 2, gateway);
        gateway.kill();
      }
      mischief.set(Mischief.NONE);
      try (GatewayProcess gateway =
          GatewayProcess.start(ReleaseFolder.find(), document, state, log)) {
        until(
            "the lane asks again", () -> lane(control).contains("\"office\":\"answers\""), gateway);
        drive(3, gateway, control, gpio, reader);
        until("the office counts it", () -> office.account().size(LANE) == TAGS, gateway);
        until("nothing waits", () -> office(control).contains("\"waiting\":0"), gateway);
        assertThat(office(control)).contains("\"refused\":0");
        assertThat(gateway.stop(30_000)).isTrue();
      }
      List<JournalRecord> passages = passages(state.resolve("journal"));
      assertThat(passages)
          .extracting(
              record -> new Fields(record.body()).member("decision").text("mode").orElse(""))
          .containsExactly("online", "degraded", "online");
      assertThat(office.account().sum(LANE)).isEqualTo(sum(passages)).isPositive();
      assertThat(office.account().duplicates()).as("sent again").isZero();
      assertThat(office.account().outOfOrder()).isZero();
    }
  }

  private static void drive(
      int vehicle,
      GatewayProcess gateway,
      ControlSocket control,
      GpioFolder gpio,
      LlrpReader reader) {
    until("the radio is on", reader::transmitting, gateway);
    new LaneDrive(gateway, control, gpio, reader, "lane-1", 0)
        .through(SimulatedTag.of(tag(vehicle)));
  }

  private static long sum(List<JournalRecord> passages) {
    return passages.stream()
        .mapToLong(record -> new Fields(record.body()).member("fare").whole("minor").orElse(0L))
        .sum();
  }

  private static List<JournalRecord> passages(Path journal) throws Exception {
    TimeSource now =
        new TimeSource() {
          @Override
          public long monotonicNanos() {
            return System.nanoTime();
          }

          @Override
          public Stamp at(long nanos) {
            return new Stamp(Instant.now(), ClockQuality.synchronisedBy("rig"), "rig", nanos);
          }
        };
    try (SqliteJournal open =
        SqliteJournal.open(
            JournalSettings.standard(journal, "toll-1"),
            now,
            () -> new Provenance("rig", "0", "none"))) {
      return open.last(LANE, 100).stream()
          .filter(record -> record.kind().name().equals("toll-passage"))
          .toList();
    }
  }

  private static String health(ControlSocket control) {
    return control.health().orElse(HealthReport.NONE).code("station.lane-1");
  }

  private static String lane(ControlSocket control) {
    return state(control, "lane-1");
  }

  private static String office(ControlSocket control) {
    return state(control, "office");
  }

  /** Empty while the gateway does not answer yet. */
  private static String state(ControlSocket control, String station) {
    try {
      return control
          .ask("command {\"target\":\"station." + station + "\",\"verb\":\"state\"}")
          .text();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static void until(
      String what, java.util.concurrent.Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }
}
