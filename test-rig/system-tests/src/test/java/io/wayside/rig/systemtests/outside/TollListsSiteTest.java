// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.toll.office.FeedMischief;
import io.wayside.rig.scenarios.toll.office.Mischief;
import io.wayside.rig.scenarios.toll.office.MockBackOffice;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.systemtests.Patience;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped gateway fetches its lists, and goes on with one that broke off when it was killed.
 */
@Tag("felix")
class TollListsSiteTest {

  private static ListHead full(ListType type, long version) {
    Instant now = Instant.now();
    return new ListHead("alpha", type, version, OptionalLong.empty(), now, now, 0, 0, 0, "", 1, 1);
  }

  private static String health(ControlSocket control, String station) {
    return control.health().orElse(HealthReport.NONE).code("station." + station);
  }

  @Test
  void listsAreFetchedAndOneThatBrokeOffIsGoneOnWithAfterAKill(@TempDir Path folder)
      throws Exception {
    Path state = folder.resolve("state");
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        GpioFolder gpio = new GpioFolder(folder.resolve("gpio"), 6);
        MockBackOffice office = new MockBackOffice(() -> Mischief.NONE)) {
      office.lists().publish(full(ListType.ACCOUNTS, 1), List.of(TollSite.TAG + " 1 ok"));
      office.lists().publish(full(ListType.BLOCKED, 1), List.of());
      Path document =
          new TollSite(folder)
              .withFeed(office.address("lists"), office.lists().keys())
              .write(reader.port(), gpio.root(), "");
      ControlSocket control = new ControlSocket(state);
      Path log = folder.resolve("gateway.log");
      try (GatewayProcess gateway =
          GatewayProcess.start(ReleaseFolder.find(), document, state, log)) {
        Patience.until(
            "lists are in force", () -> health(control, "lane-1").equals("ok"), gateway::output);
        office
            .lists()
            .mischief(name -> name.endsWith(".json") ? FeedMischief.NONE : FeedMischief.CUT);
        office.lists().publish(full(ListType.ACCOUNTS, 2), List.of(TollSite.TAG + " 2 ok"));
        Patience.until(
            "it cannot be fetched whole",
            () -> health(control, "lists").equals("lists-not-fetched"),
            gateway::output);
        assertThat(gateway.output()).doesNotContain("version=2");
        gateway.kill();
      }
      long ranges = office.lists().ranges();
      office.lists().mischief(name -> FeedMischief.NONE);
      try (GatewayProcess gateway =
          GatewayProcess.start(ReleaseFolder.find(), document, state, log)) {
        Patience.until(
            "the new list is in force",
            () -> gateway.output().contains("version=2"),
            gateway::output);
        assertThat(office.lists().ranges()).as("the rest alone was fetched").isGreaterThan(ranges);
        assertThat(gateway.stop(30_000)).isTrue();
      }
    }
  }
}
