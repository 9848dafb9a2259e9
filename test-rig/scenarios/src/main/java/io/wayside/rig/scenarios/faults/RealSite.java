// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.journal.verify.JournalListing;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.WeighLane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lane on a pseudo-terminal, shipped gateway, broker and centre. */
final class RealSite implements AutoCloseable {

  private static final long STOP_MS = 10_000;

  private final Path folder;
  private final RigBroker broker;
  private final CentralSubscriber central;
  private final RealRigClock clock = new RealRigClock();
  private final NotedPipe wire;
  private final SimulatedWeighLane lane;
  private final Truth truth = new Truth();
  private final Instant laneStart;
  private final GatewayProcess gateway;

  RealSite(FaultPlan plan, long seed, Path release, Path folder)
      throws IOException, StoreFailed, PortTaken {
    this.folder = folder;
    this.broker = new RigBroker(LoopbackPorts.free(), folder);
    this.central =
        CentralSubscriber.start(
            CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
            record -> {});
    Path pty = folder.resolve("ttyScale");
    this.wire = new NotedPipe(new PtyPipe(pty), clock::instant);
    this.lane =
        new SimulatedWeighLane(
            clock,
            wire,
            plan.withSeed(seed),
            new WeighLane(seed, Lanes.mixed(), truth),
            YaohuaEncoder.standard(),
            IndicatorSettings.axlePlatform().withFrameRateHz(Lanes.FRAME_RATE_HZ));
    lane.pipe().inject(false);
    lane.start();
    this.laneStart = clock.instant();
    Path site =
        SiteFile.write(
            folder.resolve("site.json"),
            "faults-1",
            "serial:" + pty + "?9600,8N1",
            broker.address(),
            Lanes.VEHICLE_GAP_MS / 1_000 + " s");
    this.gateway =
        GatewayProcess.start(release, site, folder.resolve("state"), folder.resolve("gateway.log"));
  }

  FaultyPipe pipe() {
    return lane.pipe();
  }

  boolean runs() {
    return gateway.running();
  }

  String log() {
    return gateway.output();
  }

  /** Ends lane and gateway in order; whether the gateway ended in time and well. */
  boolean stop() throws InterruptedException {
    lane.close();
    return gateway.stop(STOP_MS) && gateway.exitCode() == 0;
  }

  /** Whether the centre holds as many records as the journal; the gateway has ended. */
  boolean allArrived() throws IOException, StoreFailed {
    return JournalListing.read(folder.resolve("state/journal")).size() == central.records().size();
  }

  Verdict verdict() throws StoreFailed {
    RecordReader reader = new RecordReader(laneStart);
    List<Recorded> records = new ArrayList<>();
    for (StoredRecord stored : central.records()) {
      reader.read(stored.kind(), stored.occurred(), body(stored)).ifPresent(records::add);
    }
    return Lanes.judge().judge(truth.vehicles(), records);
  }

  private static Value.Fields body(StoredRecord stored) {
    try {
      Value.Fields envelope = (Value.Fields) Json.read(stored.payload()).root();
      return (Value.Fields) envelope.get("body");
    } catch (GarbledData unreadable) {
      throw new IllegalStateException("the centre stored no JSON as " + stored.id(), unreadable);
    }
  }

  LogRecoveries recoveries() {
    return LogRecoveries.read(log(), wire);
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
