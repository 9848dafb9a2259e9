// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.core.data.Value.Text;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what the station got as a recording, with the calibrated instrument and the truth. The
 * truth stands at the beginning of a file, so the scene is played once before, to nobody.
 */
final class SignalFile implements AutoCloseable {

  private final OutputStream out;
  private final Optional<RecordingEncoder> encoder;

  private SignalFile(OutputStream out, Optional<RecordingEncoder> encoder) {
    this.out = out;
    this.encoder = encoder;
  }

  /**
   * @throws IllegalArgumentException when the truth of so many vehicles does not fit into a head
   */
  static SignalFile of(
      Optional<Path> file, Scenario scenario, long seed, int vehicles, Calibrated calibrated)
      throws IOException {
    if (file.isEmpty()) {
      return new SignalFile(OutputStream.nullOutputStream(), Optional.empty());
    }
    RecordingHead head =
        new RecordingHead(
            "rig-adc",
            SceneTime.BEGIN,
            0,
            scenario.site().rateHz(),
            Quantum.of(scenario.site()).stream().map(Quantum::recorded).toList(),
            calibrated.document(),
            new Text("simulated: " + scenario.name() + ", seed " + seed),
            Fields.with("vehicles", new Many(List.copyOf(truth(scenario, seed, vehicles))))
                .build());
    RecordingEncoder encoder = new RecordingEncoder(head);
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.get()), 1 << 16);
    out.write(encoder.head());
    return new SignalFile(out, Optional.of(encoder));
  }

  private static List<Fields> truth(Scenario scenario, long seed, int vehicles) {
    MotionScene scene = scenario.scene(seed);
    List<TrueVehicle> all = new ArrayList<>();
    while (all.stream().filter(vehicle -> !vehicle.neighbour()).count() < vehicles) {
      scene.next(Signal.blockOf(scene));
      all.addAll(scene.takeTruth());
    }
    return all.stream().map(SignalFile::truth).toList();
  }

  private static Fields truth(TrueVehicle vehicle) {
    List<Value> axles = new ArrayList<>();
    for (TrueAxle axle : vehicle.axles()) {
      axles.add(new Real(Math.rint(axle.staticN())));
    }
    return Fields.with("number", vehicle.number())
        .and("kind", vehicle.kind())
        .and("t", vehicle.axles().get(0).lineTimesS().get(0))
        .and("speedMps", vehicle.meanSpeedMps())
        .and("axlesN", new Many(axles))
        .and("spacingsM", vehicle.spacingsM().stream().map(Real::new).toList())
        .build();
  }

  /** What was simulated must never look real, wherever the file goes. */
  private static SampleBlock simulated(SampleBlock block) {
    return new SampleBlock(
        block.firstMonotonicNanos(),
        block.intervalNanos(),
        block.sequence(),
        block.samples(),
        block.flags().with(Flag.SIMULATED));
  }

  void write(SampleBlock block) {
    if (encoder.isPresent()) {
      try {
        out.write(encoder.get().block(simulated(block)));
      } catch (IOException e) {
        throw new UncheckedIOException("the recording cannot be written", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
