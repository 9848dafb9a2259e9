// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.detect.Plans;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.opencv.Native;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A true network, made byte for byte in the test, run by OpenCV. */
class NetDetectorTest {

  private static final int W = 128;
  private static final int H = 96;
  private static final int BLUE = 0;
  private static final int RED = 2;

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

  private static ModelPlan plan(String more) throws Exception {
    return Plans.read(
        """
        {"model": "tiny.onnx", "family": "yolox", "input": [128, 96], "strides": [32],
         "labels": ["bus", "car"], "classes": {"bus": "heavy", "car": "light"}%s}
        """
            .formatted(more));
  }

  private static NetDetector opened(ModelPlan plan, Path model) throws DetectorFailed {
    return NetDetector.open(plan, model, new OpenCvRuntime());
  }

  /** A black picture with squares of a colour; size in pixels of the picture. */
  private static Frame frame(boolean direct, int width, int height, int size, int[]... squares) {
    ByteBuffer pixels =
        direct
            ? ByteBuffer.allocateDirect(width * height * 3)
            : ByteBuffer.allocate(width * height * 3);
    for (int[] square : squares) {
      for (int y = square[1]; y < square[1] + size; y++) {
        for (int x = square[0]; x < square[0] + size; x++) {
          pixels.put((y * width + x) * 3 + square[2], (byte) 255);
        }
      }
    }
    return new Frame(0, width, height, PixelFormat.BGR24, pixels, 0);
  }

  private static void isAt(Detection one, String label, double left, double top, double size) {
    assertThat(one.label()).isEqualTo(label);
    assertThat(one.confidence()).isGreaterThan(0.95);
    assertThat(one.left()).isCloseTo(left, within(0.01));
    assertThat(one.top()).isCloseTo(top, within(0.01));
    assertThat(one.right()).isCloseTo(left + size, within(0.01));
    assertThat(one.bottom()).isCloseTo(top + size, within(0.01));
  }

  @Test
  void aBlueCellIsABusAndARedOneACarWhereverTheyAre() throws Exception {
    Random random = new Random(8);
    try (NetDetector detector = opened(plan(""), file)) {
      for (int trial = 0; trial < 40; trial++) {
        int bus = random.nextInt(12);
        int car = (bus + 1 + random.nextInt(11)) % 12;
        int[] blue = {bus % 4 * 32, bus / 4 * 32, BLUE};
        int[] red = {car % 4 * 32, car / 4 * 32, RED};

        List<Detection> found =
            detector.detect(frame(random.nextBoolean(), W, H, 32, blue, red)).stream()
                .sorted(Comparator.comparing(Detection::label))
                .toList();

        assertThat(found).hasSize(2);
        isAt(found.get(0), "bus", blue[0], blue[1], 32);
        isAt(found.get(1), "car", red[0], red[1], 32);
      }
    }
  }

  @Test
  void aLargerPictureIsLaidIntoTheInputAndBoxesComeBackInItsPixels() throws Exception {
    try (NetDetector detector = opened(plan(""), file)) {
      // 512 x 192 lies in the upper half of the input, a quarter as large.
      List<Detection> found = detector.detect(frame(true, 512, 192, 128, new int[] {256, 0, BLUE}));

      assertThat(found).hasSize(1);
      isAt(found.get(0), "bus", 256, 0, 128);
    }
  }

  @Test
  void anEmptyRoadHasNothingAndAGreyPictureIsTakenToo() throws Exception {
    try (NetDetector detector = opened(plan(""), file)) {
      assertThat(detector.detect(frame(false, W, H, 0))).isEmpty();
      ByteBuffer grey = ByteBuffer.allocate(W * H);
      assertThat(detector.detect(new Frame(0, W, H, PixelFormat.GREY8, grey, 0))).isEmpty();
    }
  }

  @Test
  void theFileTheDocumentMeansIsTakenAndAnotherIsNot() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    String right = HexFormat.of().formatHex(digest);
    opened(plan(", \"sha256\": \"" + right + "\""), file).close();

    assertThatThrownBy(() -> opened(plan(", \"sha256\": \"" + "0".repeat(64) + "\""), file))
        .isInstanceOf(DetectorFailed.class)
        .hasMessageContaining("is not the file its sha256 means");
  }

  @Test
  void whatIsNoModelIsToldWithARemedy() throws Exception {
    Path garbage = Files.writeString(folder.resolve("garbage.onnx"), "not a model");

    assertThatThrownBy(() -> opened(plan(""), garbage))
        .isInstanceOf(DetectorFailed.class)
        .hasMessageContaining(garbage.toString())
        .hasMessageContaining("export it anew");
    assertThatThrownBy(() -> opened(plan(""), folder.resolve("none.onnx")))
        .isInstanceOf(DetectorFailed.class)
        .hasMessageContaining("models are not shipped, put yours there");
  }

  @Test
  void aDocumentThatDoesNotFitTheModelIsToldAndNotGuessed() throws Exception {
    ModelPlan other =
        Plans.read(
            """
            {"model": "tiny.onnx", "family": "yolox", "input": [128, 96], "strides": [16],
             "labels": ["bus", "car"], "classes": {"bus": "heavy"}}
            """);
    try (NetDetector detector = opened(other, file)) {
      assertThatThrownBy(() -> detector.detect(frame(true, W, H, 0)))
          .isInstanceOf(DetectorFailed.class)
          .hasMessageContaining("correct family, input, strides or labels");
    }
  }

  @Test
  void aTruncatedModelNeverEscapesAsAnotherFault() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(2);
    for (int trial = 0; trial < 30; trial++) {
      byte[] part = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      Path cut = Files.write(folder.resolve("cut.onnx"), part);
      try (NetDetector detector = opened(plan(""), cut)) {
        detector.detect(frame(true, W, H, 0));
      } catch (DetectorFailed told) {
        assertThat(told).hasMessageContaining("model.json");
      }
    }
  }
}
