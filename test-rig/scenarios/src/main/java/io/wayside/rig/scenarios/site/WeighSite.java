// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.journal.verify.JournalListing;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.WeighLane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A whole weigh station on this machine: lane on a pseudo-terminal, shipped gateway, network,
 * broker and centre; and the truth about every vehicle. Each part can be ended and started by
 * itself.
 */
public final class WeighSite implements AutoCloseable {

  public static final String GATEWAY = "rig-1";
  public static final String STATION = "lane-1";
  private static final String TENANT = "demo";

  /**
   * What to set up.
   *
   * @param release the distribution folder
   * @param options further options of {@code wayside-gateway}, such as {@code --launcher}
   * @param seed of the vehicles
   * @param faults on the line to the scale
   * @param lane how the lane behaves
   */
  public record Plan(
      Path release, List<String> options, long seed, FaultPlan faults, LaneSettings lane) {

    public Plan {
      options = List.copyOf(options);
    }
  }

  private final Plan plan;
  private final Path folder;
  private final Path site;
  private final RigBroker broker;
  private final Relay network;
  private final CentralSubscriber centre;
  private final RealRigClock clock = new RealRigClock();
  private final SimulatedWeighLane lane;
  private final List<LaneEvent> truth = new CopyOnWriteArrayList<>();
  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();
  private @Nullable GatewayProcess gateway;
  private int starts;
  private Instant laneStarted = Instant.EPOCH;

  /**
   * Broker and centre run, the lane stands ready; see {@link #startLane}, {@link #startGateway}.
   */
  public WeighSite(Path folder, Plan plan) throws IOException, StoreFailed, PortTaken {
    this.plan = plan;
    this.folder = folder;
    int brokerPort = LoopbackPorts.free();
    this.broker = new RigBroker(brokerPort, folder);
    this.network = new Relay(brokerPort);
    this.centre =
        CentralSubscriber.start(
            CentralPlan.of(broker.address(), folder.resolve("central.db"), TENANT, 0), stored::add);
    Path pty = folder.resolve("ttyScale");
    this.lane =
        new SimulatedWeighLane(
            clock,
            new PtyPipe(pty),
            plan.faults(),
            new WeighLane(plan.seed(), plan.lane(), truth::add),
            YaohuaEncoder.standard(),
            IndicatorSettings.axlePlatform().withFrameRateHz(20));
    this.site =
        SiteFile.write(
            folder.resolve("site.json"), GATEWAY, "serial:" + pty + "?9600,8N1", network.address());
  }

  public void startLane() throws IOException {
    lane.start();
    laneStarted = clock.instant();
  }

  /** Wall time of the lane's time zero, to within some milliseconds. */
  public Instant laneStarted() {
    return laneStarted;
  }

  /** Starts the gateway on the state that the one before it left. */
  public GatewayProcess startGateway() throws IOException {
    gateway = another(state(), folder.resolve("gateway-" + ++starts + ".log"));
    return gateway;
  }

  /** One more gateway with the same site document. */
  public GatewayProcess another(Path state, Path log) throws IOException {
    return GatewayProcess.start(
        plan.release(), site, state, log, plan.options().toArray(String[]::new));
  }

  /** Calls {@code wayside-gateway} with another verb on the state of this site. */
  public GatewayProcess call(String verb) throws IOException {
    return GatewayProcess.call(
        plan.release(),
        verb,
        site,
        state(),
        folder.resolve(verb + "-" + ++starts + ".log"),
        plan.options().toArray(String[]::new));
  }

  /** The gateway that was started last. */
  public GatewayProcess gateway() {
    if (gateway == null) {
      throw new IllegalStateException("no gateway was started");
    }
    return gateway;
  }

  public ControlSocket control() {
    return new ControlSocket(state());
  }

  public SimulatedWeighLane lane() {
    return lane;
  }

  public Relay network() {
    return network;
  }

  public RigBroker broker() {
    return broker;
  }

  public CentralSubscriber centre() {
    return centre;
  }

  public Path folder() {
    return folder;
  }

  /** The site document. */
  public Path site() {
    return site;
  }

  public Path state() {
    return folder.resolve("state");
  }

  /** What truly happened on the platform so far, in order. */
  public List<LaneEvent> truth() {
    return List.copyOf(truth);
  }

  /** What the centre has stored since it was started, in order of arrival. */
  public List<StoredRecord> stored() {
    return List.copyOf(stored);
  }

  /** What the journal has accepted; the gateway must not be running. */
  public List<JournalListing.Entry> accepted() throws IOException {
    return JournalListing.read(state().resolve("journal"));
  }

  @Override
  public void close() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
    lane.close();
    clock.close();
    centre.close();
    network.close();
    broker.close();
  }
}
