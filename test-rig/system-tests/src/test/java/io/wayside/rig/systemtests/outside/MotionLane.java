// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A lane of strips with traffic of known truth: its signal as a recording, its document, its site.
 */
final class MotionLane {

  private static final int SECONDS = 60;

  private final MotionScene scene;
  private final Path folder;

  MotionLane(Path folder, long seed) {
    this.folder = folder;
    this.scene = Scenarios.named("four-lines-class-i").scene(seed);
  }

  /** Writes recording, instrument's document and site document; returns the site document. */
  Path write(String broker) throws IOException {
    Value.Fields instrument = instrument();
    Files.writeString(folder.resolve("lane.json"), Json.writeIndented(instrument));
    signal(folder.resolve("signal.wsr"), instrument);
    return Files.writeString(folder.resolve("site.json"), Json.writeIndented(site(broker)));
  }

  /** Vehicles that were wholly over the strips while it was recorded. */
  List<TrueVehicle> vehicles() {
    return scene.truth().stream()
        .filter(vehicle -> vehicle.axles().stream().allMatch(MotionLane::passedInTime))
        .toList();
  }

  private static boolean passedInTime(TrueAxle axle) {
    return axle.lineTimesS().stream().allMatch(seconds -> seconds > 1 && seconds < SECONDS - 1);
  }

  private void signal(Path file, Value instrument) throws IOException {
    double rate = scene.rateHz();
    RecordingEncoder encoder =
        new RecordingEncoder(
            new RecordingHead(
                "simulated",
                Instant.parse("2026-11-21T05:00:00Z"),
                0,
                rate,
                scene.channels().stream()
                    .map(c -> new RecordedChannel(c.name(), c.unit(), Coding.FLOAT32, 1, 0))
                    .toList(),
                instrument,
                Value.ABSENT,
                Value.ABSENT));
    int samples = (int) rate / 10;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(encoder.head());
      while (scene.position() < SECONDS * rate) {
        long first = scene.position();
        out.write(
            encoder.block(
                new SampleBlock(
                    Math.round(first * 1e9 / rate),
                    1e9 / rate,
                    first,
                    scene.next(samples),
                    Flags.of(Flag.SIMULATED))));
      }
    }
  }

  /** With the constants that a perfect calibration would find. */
  private Value.Fields instrument() {
    List<Value> lines =
        scene.site().sensors().stream()
            .filter(StripLine.class::isInstance)
            .map(line -> line((StripLine) line))
            .toList();
    return Value.Fields.with("instrument", "simulated-lane")
        .and("kind", "strips")
        .and(
            "calibration",
            Value.Fields.with("id", "perfect")
                .and("on", "2026-11-21")
                .and("by", "the simulator")
                .build())
        .and(
            "verified",
            Value.Fields.with(
                    "speedKmh", new Value.Many(List.of(new Value.Real(20), new Value.Real(120))))
                .build())
        .and("lines", lines)
        .build();
  }

  private Value line(StripLine line) {
    return Value.Fields.with("name", line.name())
        .and("atM", line.atM())
        .and("widthM", line.widthM())
        .and("halves", line.halves().stream().map(half -> half(line, half)).toList())
        .build();
  }

  private Value half(StripLine line, StripLine.Half half) {
    return Value.Fields.with("channel", half.channel())
        .and("side", half.fromM() >= 0 ? "left" : "right")
        .and("newtonsPerUnitMetre", scene.newtonsPerUnitMetre(half.channel()))
        .and("lateralM", List.of(new Value.Real(half.fromM()), new Value.Real(half.toM())))
        .and("timeConstantS", line.electronics().timeConstantS())
        .build();
  }

  private Value.Fields site(String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "motion-1").and("tenant", "demo").and("name", "Lane 1").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and(
            "devices",
            Value.Fields.with(
                    "adc-1",
                    Value.Fields.with("type", "replay")
                        .and("file", folder.resolve("signal.wsr").toString())
                        .and("speed", 20.0)
                        .build())
                .build())
        .and(
            "stations",
            Value.Fields.with(
                    "lane-1",
                    Value.Fields.with("type", "motion")
                        .and("samplesDevice", "adc-1")
                        .and("instrument", "lane.json")
                        .and("lawPack", "vn")
                        .and("classScheme", "vn-axle")
                        .and("timeZone", "Asia/Ho_Chi_Minh")
                        .build())
                .build())
        .and(
            "uplinks",
            Value.Fields.with(
                    "centre",
                    Value.Fields.with("type", "mqtt")
                        .and("brokers", List.of(new Value.Text(broker)))
                        .and("firstConnectWithin", "0 s")
                        .build())
                .build())
        .build();
  }
}
