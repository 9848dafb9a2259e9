// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import io.wayside.rig.simulators.weighlane.LaneEvent.AxleSettled;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedWeighLaneTest {

  private static final int FRAME_BYTES = 12;
  private static final Duration PERIOD = Duration.ofMillis(100);

  @TempDir Path folder;

  private final List<AxleSettled> settled = new ArrayList<>();

  private long seed = 30;

  private SimulatedWeighLane lane(SteppedRigClock clock, TcpServerPipe wire, FaultPlan faults) {
    WeighLane platform =
        new WeighLane(
            seed,
            LaneSettings.orderly(),
            event -> {
              if (event instanceof AxleSettled axle) {
                settled.add(axle);
              }
            });
    return new SimulatedWeighLane(
        clock, wire, faults, platform, YaohuaEncoder.standard(), IndicatorSettings.axlePlatform());
  }

  /** All bytes a real reader gets in so many frame periods of stepped time. */
  private byte[] received(FaultPlan faults, int periods) throws Exception {
    SteppedRigClock clock = new SteppedRigClock();
    TcpServerPipe wire = new TcpServerPipe(0);
    try (SimulatedWeighLane lane = lane(clock, wire, faults)) {
      lane.start();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
        Soon.until("a reader is there", wire::attached);
        for (int i = 0; i < periods; i++) {
          clock.advance(PERIOD);
        }
        lane.pipe().unplug();
        return socket.getInputStream().readAllBytes();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesOnTheWire() throws Exception {
    FaultPlan faults = FaultPlan.gentle().withSeed(30);
    byte[] first = received(faults, 2000);
    assertThat(first).hasSizeGreaterThan(20_000);
    assertThat(received(faults, 2000)).isEqualTo(first);
    assertThat(received(faults.withSeed(31), 2000)).isNotEqualTo(first);
  }

  /** From 0.7 s after an axle has settled the display shows it for half a second. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theDisplayShowsEverySettledAxleWithinOneInterval(long laneSeed) throws Exception {
    seed = laneSeed;
    int periods = 6000;
    byte[] bytes = received(FaultPlan.none(), periods);
    assertThat(bytes).hasSize(periods * FRAME_BYTES);
    assertThat(settled).hasSizeGreaterThan(100);
    int steady = 0;
    for (AxleSettled axle : settled.subList(0, settled.size() - 1)) {
      int first = (int) (axle.elapsedNanos() / PERIOD.toNanos()) + 7;
      Set<Double> shownKg = new HashSet<>();
      for (int frame = first; frame < first + 6; frame++) {
        shownKg.add(shownKg(bytes, frame));
      }
      assertThat(shownKg)
          .as(axle.toString())
          .allSatisfy(kg -> assertThat(kg).isCloseTo(axle.onPlatformKg(), within(10.0)));
      steady += shownKg.size() == 1 ? 1 : 0;
    }
    assertThat((double) steady / settled.size())
        .as("share with one steady figure")
        .isGreaterThan(0.9);
  }

  private static double shownKg(byte[] bytes, int frame) {
    return Double.parseDouble(new String(bytes, frame * FRAME_BYTES + 1, 7, US_ASCII));
  }

  @Test
  void aRealReaderOnASerialLineLosesTheLineAndFindsItAgain() throws Exception {
    PtyPipe wire = new PtyPipe(folder.resolve("ttyWIM"));
    try (RealRigClock clock = new RealRigClock();
        SimulatedWeighLane lane =
            new SimulatedWeighLane(
                clock,
                wire,
                FaultPlan.none(),
                new WeighLane(1, LaneSettings.orderly(), event -> {}),
                YaohuaEncoder.standard(),
                IndicatorSettings.axlePlatform().withFrameRateHz(50))) {
      lane.start();
      try (FileInputStream reader = new FileInputStream(wire.address())) {
        assertThat(frameFrom(reader)).startsWith(2).endsWith(3);
        lane.pipe().unplug();
        assertThat(endOf(reader)).isTrue();
      }
      lane.pipe().replug();
      try (FileInputStream reader = new FileInputStream(wire.address())) {
        assertThat(frameFrom(reader)).startsWith(2).endsWith(3);
      }
    }
  }

  private static byte[] frameFrom(FileInputStream reader) throws IOException {
    byte[] frame = new byte[FRAME_BYTES];
    new DataInputStream(reader).readFully(frame);
    return frame;
  }

  /** Linux ends the stream or reports an error, depending on whether a read was under way. */
  private static boolean endOf(FileInputStream reader) {
    try {
      byte[] rest = reader.readAllBytes();
      return rest.length % FRAME_BYTES == 0;
    } catch (IOException e) {
      return true;
    }
  }
}
