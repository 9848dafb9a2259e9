// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.vision;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.net.NetDetector;
import io.wayside.counting.net.OpenCvRuntime;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.onnxruntime.OrtRuntime;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at the same picture by OpenCV and by ONNX Runtime, by turns, by the processor time of the
 * one thread. The network has layers as those of detectors have, and was never trained.
 */
final class ModelLooks implements AutoCloseable {

  private static final int SIDE_PX = 416;
  private static final int LAYERS = 8;
  private static final int LOOKS = 4;

  private final Path file;
  private final NetDetector opencv;
  private final NetDetector onnxRuntime;
  private final Frame picture =
      new Frame(
          0,
          SIDE_PX,
          SIDE_PX,
          PixelFormat.BGR24,
          ByteBuffer.allocateDirect(3 * SIDE_PX * SIDE_PX),
          0);

  /** OpenCV's library must be loaded. */
  ModelLooks() throws IOException, DetectorFailed, GarbledData {
    this.file =
        Files.write(
            Files.createTempFile("layers", ".onnx"), TinyModel.of(SIDE_PX, SIDE_PX, LAYERS));
    ModelPlan plan =
        ModelPlan.from(
            "tiny",
            Node.read(
                "tiny",
                """
                {"model": "tiny.onnx", "family": "yolox", "input": [%d, %d], "strides": [32],
                 "labels": ["bus", "car"], "classes": {"bus": "heavy", "car": "light"}}
                """
                    .formatted(SIDE_PX, SIDE_PX)));
    this.opencv = NetDetector.open(plan, file, new OpenCvRuntime());
    this.onnxRuntime = NetDetector.open(plan, file, OrtRuntime.alone());
  }

  List<Figure> run(String bench, int rounds) throws DetectorFailed {
    Samples one = new Samples();
    Samples other = new Samples();
    // The first round is the warming up of both.
    for (int round = 0; round <= rounds; round++) {
      double byOpenCv = ms(opencv);
      double byOnnxRuntime = ms(onnxRuntime);
      if (round > 0) {
        one.add(byOpenCv);
        other.add(byOnnxRuntime);
      }
    }
    Figure peer =
        Figure.plain(bench, "eight layers by OpenCV, CPU a look", one.median(), "ms", one.count());
    return List.of(
        peer, Figure.ratio(bench, "eight layers by ONNX Runtime, CPU a look", other, "ms", peer));
  }

  private double ms(NetDetector detector) throws DetectorFailed {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < LOOKS; i++) {
      var unused = detector.detect(picture);
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e6 / LOOKS;
  }

  @Override
  public void close() throws IOException {
    opencv.close();
    onnxRuntime.close();
    Files.deleteIfExists(file);
  }
}
