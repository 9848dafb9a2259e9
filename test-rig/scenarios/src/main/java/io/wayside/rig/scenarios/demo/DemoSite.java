// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import io.wayside.journal.verify.JournalListing;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.Counts;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.LaneTiming;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.Span;
import io.wayside.rig.simulators.weighlane.WeighLane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The parts of the demo, started in order and ended in the reverse order. */
final class DemoSite implements AutoCloseable {

  static final String GATEWAY = "demo-1";
  private static final String TENANT = "demo";
  private static final long STOP_MS = 10_000;

  private final Path folder;
  private final RigBroker broker;
  private final CentralSubscriber central;
  private final RealRigClock clock;
  private final SimulatedWeighLane lane;
  private final GatewayProcess gateway;

  DemoSite(DemoOptions options, Path release, Path folder, int brokerPort, Screen screen)
      throws IOException, StoreFailed, PortTaken {
    this.folder = folder;
    this.broker = new RigBroker(brokerPort, folder);
    this.central =
        CentralSubscriber.start(
            CentralPlan.of(
                broker.address(), folder.resolve("central.db"), TENANT, options.pagePort()),
            record -> stored(record, screen));
    this.clock = new RealRigClock();
    Path pty = folder.resolve("ttyScale");
    this.lane =
        new SimulatedWeighLane(
            clock,
            new PtyPipe(pty),
            FaultPlan.preset(options.faults()).withSeed(options.seed()),
            new WeighLane(options.seed(), settings(), screen::happened),
            YaohuaEncoder.standard(),
            IndicatorSettings.axlePlatform().withFrameRateHz(20));
    lane.start();
    Path site =
        SiteFile.write(
            folder.resolve("site.json"), GATEWAY, "serial:" + pty + "?9600,8N1", broker.address());
    this.gateway =
        GatewayProcess.start(release, site, folder.resolve("state"), folder.resolve("gateway.log"));
  }

  /** Brisk drivers, so that a short demo shows something. */
  private static LaneSettings settings() {
    return LaneSettings.orderly()
        .withTiming(
            new LaneTiming(
                new Span(0.3, 0.4),
                new Span(0.3, 0.4),
                new Span(1.7, 1.9),
                new Span(0.5, 0.6),
                new Span(0.6, 0.9),
                new Span(3.2, 4.2)));
  }

  private void stored(StoredRecord record, Screen screen) {
    long count =
        central.counts().streams().stream()
            .filter(s -> s.key().stream().equals(record.id().stream()))
            .mapToLong(StreamCount::count)
            .sum();
    screen.stored(record, count);
  }

  int pagePort() {
    return central.pagePort();
  }

  String brokerAddress() {
    return broker.address();
  }

  boolean gatewayRuns() {
    return gateway.running();
  }

  long residentMiB() {
    return gateway.residentBytes() >> 20;
  }

  String gatewayOutput() {
    return gateway.output();
  }

  Path folder() {
    return folder;
  }

  Counts counts() {
    return central.counts();
  }

  /** What the journal accepted against what the centre holds; the gateway has ended. */
  Account account() throws IOException, StoreFailed {
    List<Account.Entry> accepted =
        JournalListing.read(folder.resolve("state/journal")).stream()
            .map(e -> new Account.Entry(e.id(), e.hash()))
            .toList();
    List<Account.Entry> held =
        central.records().stream().map(r -> new Account.Entry(r.id(), r.hash())).toList();
    return Account.of(accepted, held);
  }

  /** Ends the lane and the gateway in order; the centre goes on listening. */
  boolean stopGateway() throws InterruptedException {
    lane.close();
    return gateway.stop(STOP_MS);
  }

  int gatewayExitCode() {
    return gateway.exitCode();
  }

  @Override
  public void close() {
    gateway.close();
    lane.close();
    clock.close();
    central.close();
    broker.close();
  }
}
