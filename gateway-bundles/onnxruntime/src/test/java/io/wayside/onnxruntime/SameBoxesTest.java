// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Node;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.net.NetDetector;
import io.wayside.counting.net.OpenCvRuntime;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.spi.NetRuntime.OpenNet;
import io.wayside.opencv.Native;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two runtimes that share no code run the same model on the same pictures. */
class SameBoxesTest {

  private static final int W = 128;
  private static final int H = 96;

  private final NetRuntime ours = OrtRuntime.alone();
  private final NetRuntime theirs = new OpenCvRuntime();
  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void load() throws Exception {
    Native.load();
  }

  @BeforeEach
  void write() throws Exception {
    file = Files.write(folder.resolve("tiny.onnx"), TinyModel.of(W, H));
  }

  /** Every cell that is a little blue or red is told, so that there is much to compare. */
  private static ModelPlan plan(int width, int height) throws Exception {
    return ModelPlan.from(
        "model.json",
        Node.read(
            "model.json",
            """
            {"model": "tiny.onnx", "family": "yolox", "input": [%d, %d], "strides": [32],
             "labels": ["bus", "car"], "classes": {"bus": "heavy", "car": "light"}, "score": 0.01}
            """
                .formatted(width, height)));
  }

  /** Areas of many colours, in grey or in colours, in any size. */
  private static Frame picture(Random random) {
    int width = 40 + random.nextInt(500);
    int height = 40 + random.nextInt(400);
    boolean grey = random.nextInt(8) == 0;
    int channels = grey ? 1 : 3;
    byte[] pixels = new byte[width * height * channels];
    for (int area = 0; area < 12; area++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      byte[] colour = new byte[3];
      random.nextBytes(colour);
      for (int y = top; y < Math.min(height, top + 100); y++) {
        for (int x = left; x < Math.min(width, left + 100); x++) {
          System.arraycopy(colour, 0, pixels, (y * width + x) * channels, channels);
        }
      }
    }
    PixelFormat format = grey ? PixelFormat.GREY8 : PixelFormat.BGR24;
    return new Frame(0, width, height, format, ByteBuffer.wrap(pixels), 0);
  }

  /** The second has layers of convolutions, which must leave the outcome as it is. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void bothFindTheSameInTheSamePicture(int layers) throws Exception {
    Files.write(file, TinyModel.of(W, H, layers));
    Random random = new Random(11);
    int boxes = 0;
    try (NetDetector one = NetDetector.open(plan(W, H), file, ours);
        NetDetector other = NetDetector.open(plan(W, H), file, theirs)) {
      for (int trial = 0; trial < 200; trial++) {
        Frame picture = picture(random);
        List<Detection> found = one.detect(picture);
        List<Detection> expected = other.detect(picture);

        assertThat(found).as("trial %d", trial).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
          isSame(found.get(i), expected.get(i));
        }
        boxes += found.size();
      }
    }
    assertThat(boxes).isGreaterThan(500);
  }

  private static void isSame(Detection found, Detection expected) {
    assertThat(found.label()).isEqualTo(expected.label());
    assertThat(found.confidence()).isCloseTo(expected.confidence(), within(1e-4));
    assertThat(found.left()).isCloseTo(expected.left(), within(1e-3));
    assertThat(found.top()).isCloseTo(expected.top(), within(1e-3));
    assertThat(found.right()).isCloseTo(expected.right(), within(1e-3));
    assertThat(found.bottom()).isCloseTo(expected.bottom(), within(1e-3));
  }

  @Test
  void whatIsMissingUnreadableOrWrongIsToldAsWithOpenCv() throws Exception {
    Path garbage = Files.writeString(folder.resolve("garbage.onnx"), "not a model");
    for (NetRuntime runtime : List.of(ours, theirs)) {
      assertThatThrownBy(() -> NetDetector.open(plan(W, H), folder.resolve("none.onnx"), runtime))
          .isInstanceOf(DetectorFailed.class)
          .hasMessageContaining("models are not shipped, put yours there");
      assertThatThrownBy(() -> NetDetector.open(plan(W, H), garbage, runtime))
          .isInstanceOf(DetectorFailed.class)
          .hasMessageContainingAll("model.json: ", garbage.toString(), "export it anew");
      try (NetDetector other = NetDetector.open(plan(W, 2 * H), file, runtime)) {
        assertThatThrownBy(() -> other.detect(picture(new Random(1))))
            .isInstanceOf(DetectorFailed.class)
            .hasMessageContaining("model.json: ");
      }
    }
    try (NetDetector other = NetDetector.open(plan(W, 2 * H), file, ours)) {
      assertThatThrownBy(() -> other.detect(picture(new Random(1))))
          .hasMessageContaining("fails with an input of 128 x 192; correct it in the document");
    }
  }

  @Test
  void aTruncatedOrSpoiltModelNeverEscapesAsAnotherFault() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      byte[] other =
          Arrays.copyOf(whole, whole.length - (trial % 2) * random.nextInt(whole.length));
      for (int i = 0; i < 3 && other.length > 0 && trial % 2 == 0; i++) {
        other[random.nextInt(other.length)] = (byte) random.nextInt();
      }
      Path spoilt = Files.write(folder.resolve("spoilt.onnx"), other);
      try (NetDetector detector = NetDetector.open(plan(W, H), spoilt, ours)) {
        detector.detect(picture(random));
      } catch (DetectorFailed told) {
        assertThat(told).hasMessageContaining("model.json");
      }
    }
  }

  @Test
  void aRuntimeThatStopsClosesWhatIsOpenAndWhatIsAskedLaterFailsWithARemedy() throws Exception {
    OrtRuntime stopped = OrtRuntime.alone();
    OpenNet net = stopped.open(file, W, H);
    assertThat(stopped.models()).isOne();
    stopped.stop();

    assertThat(stopped.models()).isZero();
    ByteBuffer planes = ByteBuffer.allocateDirect(3 * W * H * Float.BYTES);
    assertThatThrownBy(() -> net.run(planes))
        .isInstanceOf(DetectorFailed.class)
        .hasMessageContaining("io.wayside.onnxruntime was stopped; start it again");
    net.close();
    OpenNet late = stopped.open(file, W, H);
    assertThatThrownBy(() -> late.run(planes)).isInstanceOf(DetectorFailed.class);
    assertThat(stopped.models()).isZero();
  }
}
