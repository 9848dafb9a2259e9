// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.journal.Backlog;
import io.wayside.core.record.Provenance;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.detect.Plans;
import io.wayside.counting.interval.Span;
import io.wayside.counting.naming.Calling;
import io.wayside.counting.naming.Naming;
import io.wayside.counting.record.SightingRecords;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames in, named vehicles out. The picture is grey: the tiny model takes a cell that is bright in
 * blue and red alike for a bus, and what it covers is a car by its outline.
 */
class WatchingTest {

  private static final int W = 160;
  private static final int H = 96;

  @TempDir Path folder;
  private final KeptJournal journal = new KeptJournal();
  private final SteppedTime time = new SteppedTime();

  private static Plan lines() throws Exception {
    return Plan.from(
        Node.read("l", "{\"lines\":[{\"id\":\"A\",\"from\":[0,48],\"to\":[160,48]}]}"));
  }

  private static ModelPlan model() throws Exception {
    return Plans.read(
        """
        {"model": "tiny.onnx", "family": "yolox", "input": [160, 96], "strides": [32],
         "labels": ["bus", "car"], "classes": {"bus": "heavy", "car": "light"}}
        """);
  }

  private CameraStation station() throws Exception {
    return new CameraStation(
        List.of("A"),
        new CameraStation.Wishes(
            List.of(Span.M1), ZoneOffset.UTC, true, 1_000_000_000L, Optional.empty(), ""),
        Calling.by(model(), PcuRule.none("camera-size")),
        new SightingRecords("cam", "camera-size", time),
        new Backlog(journal, 100, complaint -> {}),
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        vehicle -> {});
  }

  private Watching watching(CameraStation station, Asking.Opening opening, Executor thread)
      throws Exception {
    Naming naming = new Naming(new Naming.Rules(0.05, 20, 1.5), model().classes());
    return new Watching(
        lines(), station, Optional.of(new Eyes(naming, new Asking(opening, thread, time))));
  }

  /** One vehicle comes down the picture, then the road is empty. */
  private void show(Watching watching) {
    Random random = new Random(1);
    for (int i = 0; i < 110; i++) {
      long nanos = time.monotonicNanos() + 66_666_667L;
      time.set(nanos);
      byte[] grey = new byte[W * H];
      double top = -30 + 2.6 * (i - 20);
      for (int k = 0; k < grey.length; k++) {
        int x = k % W;
        int y = k / W;
        boolean vehicle = x > 60 && x < 95 && y >= top && y < top + 26;
        grey[k] = (byte) ((vehicle ? 210 : 95) + random.nextInt(5));
      }
      watching.see(new Frame(nanos, W, H, PixelFormat.GREY8, ByteBuffer.wrap(grey), 0));
    }
  }

  private Value.Fields passage() {
    assertThat(journal.kept("count-passage")).hasSize(1);
    return journal.kept("count-passage").get(0).body();
  }

  @Test
  void aModelNamesWhatIsCountedAndTheRecordSaysSo() throws Exception {
    Path file = Files.write(folder.resolve("tiny.onnx"), TinyModel.of(W, H));
    CameraStation station = station();
    try (Watching watching =
        watching(station, () -> ModelDetector.open(plan(), file), Runnable::run)) {
      show(watching);
      assertThat(watching.trouble(time.monotonicNanos())).isEmpty();
    }
    assertThat(passage().get("class")).isEqualTo(new Value.Text("heavy"));
    assertThat(passage().get("classBy")).isEqualTo(new Value.Text("model"));
    assertThat(passage().get("rule")).isEqualTo(new Value.Text("tiny.onnx"));
    assertThat(((Value.Real) passage().get("confidence")).value()).isBetween(0.4, 1.0);
  }

  private static ModelPlan plan() throws DetectorFailed {
    try {
      return model();
    } catch (Exception garbled) {
      throw new DetectorFailed("the test's own document", garbled);
    }
  }

  @Test
  void oneThatNeverAnswersDelaysTheCountAndLosesNothing() throws Exception {
    try (Watching watching = watching(station(), () -> frame -> List.of(), task -> {})) {
      show(watching);
      assertThat(passage().get("class")).isEqualTo(new Value.Text("light"));
      assertThat(passage().get("classBy")).isEqualTo(new Value.Text("outline"));
      assertThat(watching.trouble(time.monotonicNanos()).orElseThrow().code())
          .isEqualTo("detector-slow");
    }
  }

  @Test
  void theLineIsOccupiedWhileTheVehicleIsOnIt() throws Exception {
    CameraStation station = station();
    try (Watching watching = watching(station, () -> frame -> List.of(), Runnable::run)) {
      show(watching);
    }
    station.stop();
    Value.Fields interval = journal.kept("count-interval").get(0).body();
    double occupied =
        ((Value.Real) interval.get("occupancy")).value()
            * ((Value.Real) interval.get("observedS")).value();
    // 26 pixels at 2.6 a picture, fifteen pictures a second.
    assertThat(occupied).isBetween(0.5, 0.9);
  }

  /** The camera is set to another size while it is counted at, and back. */
  @Test
  void aLineThatANewSizeLeavesOutsideIsToldUntilItIsInAgain() throws Exception {
    CameraStation station = station();
    try (Watching watching = watching(station, () -> frame -> List.of(), Runnable::run)) {
      watching.see(grey(W, H));
      assertThat(station.health().code()).isNotEqualTo("line-outside");
      watching.see(grey(W, 48 - 1));
      assertThat(station.health().code()).isEqualTo("line-outside");
      assertThat(station.health().message()).contains("160x47");
      watching.see(grey(W, H));
      assertThat(station.health().code()).isNotEqualTo("line-outside");
    }
  }

  private Frame grey(int width, int height) {
    time.set(time.monotonicNanos() + 66_666_667L);
    ByteBuffer pixels = ByteBuffer.allocate(width * height);
    return new Frame(time.monotonicNanos(), width, height, PixelFormat.GREY8, pixels, 0);
  }
}
