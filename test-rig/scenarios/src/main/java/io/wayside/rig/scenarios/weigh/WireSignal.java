// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.network.NetworkTransport;
import io.wayside.driver.iio.timing.SampleTimes;
import io.wayside.driver.iio.timing.Stretch;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.iiod.IioChannel;
import io.wayside.rig.simulators.iiod.IioDescription;
import io.wayside.rig.simulators.iiod.IioDevice;
import io.wayside.rig.simulators.iiod.IiodServer;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scene behind a simulated iiod, read over TCP by the driver for converters of another machine.
 * The simulator makes a scan when the driver wants one, so none is lost.
 */
final class WireSignal implements Signal {

  /** The way through the driver. */
  static final Way WAY =
      new Way() {
        @Override
        public Signal to(MotionScene scene) throws IOException, DeviceException {
          return new WireSignal(scene);
        }

        @Override
        public String words() {
          return "simulated iiod over TCP, driver.iio";
        }
      };

  private static final String DEVICE = "iio:device0";
  private static final int PATIENCE_MS = 60_000;

  private final SceneScans scans;
  private final IiodServer server;
  private final Feed feed;
  private final SampleTimes times;
  private long handedOver;

  private WireSignal(MotionScene scene) throws IOException, DeviceException {
    int block = Signal.blockOf(scene);
    List<Quantum> channels = Quantum.of(scene.site());
    SteppedRigClock clock = new SteppedRigClock();
    this.scans = new SceneScans(scene, block);
    this.server =
        new IiodServer(
            0,
            List.of(IioDevice.onDemand(described(channels, scene.rateHz()), scans, clock)),
            clock);
    this.times = new SampleTimes(scene.rateHz());
    boolean open = false;
    try {
      this.feed = transport(channels, scene.rateHz(), block).open();
      open = true;
    } finally {
      if (!open) {
        server.close();
      }
    }
    times.opened();
  }

  private NetworkTransport transport(List<Quantum> channels, double rateHz, int block) {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      wanted.add(channels.get(i).wanted("voltage" + i));
    }
    Request request =
        new Request(
            "rig-adc",
            DEVICE,
            Wanted.all("rig-adc", wanted.toArray(String[]::new)),
            rateHz,
            block,
            PATIENCE_MS);
    return new NetworkTransport(
        request,
        "tcp://127.0.0.1:" + server.port(),
        new LoopbackLinks(),
        new SceneTime(scans::made, rateHz));
  }

  private static IioDescription described(List<Quantum> channels, double rateHz) {
    List<IioChannel> described = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      Quantum channel = channels.get(i);
      described.add(
          IioChannel.scanned("voltage" + i, i, channel.format())
              .scale(Double.toString(channel.step())));
    }
    described.add(IioChannel.timestamp(channels.size()));
    return new IioDescription(DEVICE, "rig-adc", rateHz, described);
  }

  @Override
  public List<SampleBlock> next() throws DeviceException {
    Batch batch = feed.next();
    List<SampleBlock> blocks = new ArrayList<>();
    for (Stretch stretch : times.place(batch)) {
      blocks.add(
          new SampleBlock(
              stretch.firstNanos(),
              stretch.intervalNanos(),
              stretch.sequence(),
              cut(batch.values(), stretch),
              Flags.NONE));
      handedOver += stretch.to() - stretch.from();
    }
    if (handedOver != scans.made()) {
      throw new IllegalStateException(
          "the simulator made " + scans.made() + " scans, the driver gave " + handedOver);
    }
    return blocks;
  }

  private static double[][] cut(double[][] values, Stretch stretch) {
    if (stretch.to() - stretch.from() == values[0].length) {
      return values;
    }
    return Arrays.stream(values)
        .map(channel -> Arrays.copyOfRange(channel, stretch.from(), stretch.to()))
        .toArray(double[][]::new);
  }

  @Override
  public List<TrueVehicle> takeTruth() {
    return scans.takeTruth();
  }

  @Override
  public void close() {
    feed.close();
    server.close();
  }
}
