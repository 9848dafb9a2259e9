// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.device.Device;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.health.Health.Status;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.spi.Tensor;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The component with a camera that is drawn here, as Declarative Services would make it. */
class CameraCounterTest {

  private static final int W = 160;
  private static final int H = 96;
  private static final Map<String, Object> OURS = Map.of(Device.ID, "cam-1");

  @TempDir Path site;
  private final KeptJournal journal = new KeptJournal();
  private final Clock time = new Clock();
  private final Drawn camera = new Drawn();

  /** Time that goes as the pictures say. */
  private static final class Clock implements TimeSource {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    @Override
    public long monotonicNanos() {
      return nanos.get();
    }

    @Override
    public Stamp at(long at) {
      Instant wall = Instant.parse("2026-11-22T00:00:00Z").plusNanos(at);
      return new Stamp(wall, ClockQuality.unsynchronised(), "boot", at);
    }
  }

  /** A camera that shows what it is told to. */
  private static final class Drawn implements FrameSource {
    private @Nullable Listener<? super Frame> listener;

    @Override
    public String deviceId() {
      return "cam-1";
    }

    @Override
    public Subscription subscribe(Listener<? super Frame> one) {
      listener = one;
      return () -> listener = null;
    }

    boolean isWatched() {
      return listener != null;
    }
  }

  private void lines() throws IOException {
    Files.writeString(
        site.resolve("lines.json"), "{\"lines\":[{\"id\":\"A\",\"from\":[0,48],\"to\":[160,48]}]}");
  }

  private CameraCounter counter() throws Exception {
    lines();
    return made(Map.of());
  }

  private CameraCounter made(Map<String, Object> more) throws Exception {
    CameraCounterConfig config = CounterConfigs.camera(more);
    BundleContext context =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                    "wayside.site".equals(arguments[0]) ? site.toString() : "");
    return new CameraCounter(
        config, context, journal, time, () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
  }

  /** Five seconds with one vehicle that comes down the picture. */
  private void show(Random random) {
    for (int i = 0; i < 75; i++) {
      long nanos = time.nanos.addAndGet(66_666_667L);
      byte[] grey = new byte[W * H];
      double top = -30 + 2.6 * (i - 20);
      for (int k = 0; k < grey.length; k++) {
        int x = k % W;
        int y = k / W;
        boolean vehicle = x > 60 && x < 95 && y >= top && y < top + 26;
        grey[k] = (byte) ((vehicle ? 210 : 95) + random.nextInt(5));
      }
      Listener<? super Frame> to = camera.listener;
      if (to != null) {
        to.received(new Frame(nanos, W, H, PixelFormat.GREY8, ByteBuffer.wrap(grey), 0));
      }
    }
  }

  @Test
  void countsInTheFramesOfItsCameraAndStopsWithIt() throws Exception {
    CameraCounter counter = counter();
    assertThat(counter.health().code()).isNotEqualTo("ok");
    counter.addCamera(camera, Map.of(Device.ID, "another"));
    assertThat(camera.isWatched()).isFalse();
    counter.addCamera(camera, OURS);
    show(new Random(1));
    assertThat(journal.kept("count-passage")).hasSize(1);
    Value.Fields body = journal.kept("count-passage").get(0).body();
    assertThat(body.get("direction")).isEqualTo(new Value.Text("right"));
    assertThat(body.get("line")).isEqualTo(new Value.Text("A"));
    assertThat(counter.health().status()).isEqualTo(Status.OK);

    counter.removeCamera(camera);
    assertThat(camera.isWatched()).isFalse();
    assertThat(counter.health().code()).isEqualTo("no-pictures");
    counter.stop();
    assertThat(journal.kept("count-interval")).isNotEmpty();
  }

  private static final String MODEL =
      """
      {"model": "theirs.onnx", "family": "yolox", "input": [160, 96],
       "labels": ["bus", "car"], "classes": {"bus": "heavy"}}
      """;

  private CameraCounter naming(Map<String, Object> more) throws Exception {
    Files.writeString(site.resolve("model.json"), MODEL);
    lines();
    Map<String, Object> values = new HashMap<>(more);
    values.put("model", "model.json");
    CameraCounter counter = made(values);
    counter.addCamera(camera, OURS);
    return counter;
  }

  private void showUntil(CameraCounter counter, String code) {
    Random random = new Random(1);
    for (int i = 0; i < 1000 && !counter.health().code().equals(code); i++) {
      show(random); // the detector's thread has not come to it yet
    }
    assertThat(counter.health().code()).isEqualTo(code);
  }

  @Test
  void aModelThatIsNotThereStopsNoCounting() throws Exception {
    CameraCounter counter = naming(Map.of());
    showUntil(counter, "detector-failed");
    counter.removeCamera(camera);
    Value.Fields body = journal.kept("count-passage").get(0).body();
    assertThat(body.get("classBy")).isEqualTo(new Value.Text("outline"));
    counter.addCamera(camera, OURS);
    show(new Random(1));
    assertThat(counter.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(counter.health().message()).contains("theirs.onnx", "counting goes on");
    counter.stop();
  }

  @Test
  void theDetectorOfAnotherBundleIsAskedByItsIdAndMissedWhenItGoes() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    Detector theirs =
        frame -> {
          asked.incrementAndGet();
          return List.of();
        };
    Detector another =
        frame -> {
          others.incrementAndGet();
          return List.of();
        };
    CameraCounter counter = naming(Map.of("detector", "theirs"));
    counter.addDetector(theirs, Map.of(Detector.ID, "theirs"));
    counter.addDetector(another, Map.of(Detector.ID, "another"));
    Random random = new Random(1);
    for (int i = 0; i < 1000 && asked.get() == 0; i++) {
      show(random);
    }
    assertThat(asked.get()).isPositive();
    assertThat(others).hasValue(0);
    counter.removeDetector(another);
    assertThat(counter.health().code()).isNotEqualTo("detector-failed");
    counter.removeDetector(theirs);
    showUntil(counter, "detector-failed");
    assertThat(counter.health().message()).contains("no bundle offers the detector theirs");
    counter.stop();
  }

  /** A runtime that says of its nets what becomes of them. */
  private static final class TheirRuntime implements NetRuntime {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile boolean gone;

    @Override
    public OpenNet open(Path file, int widthPx, int heightPx) {
      opened.incrementAndGet();
      assertThat(file).hasFileName("theirs.onnx");
      assertThat(List.of(widthPx, heightPx)).containsExactly(W, H);
      return new OpenNet() {
        @Override
        public List<Tensor> run(ByteBuffer planes) throws DetectorFailed {
          assertThat(planes.capacity()).isEqualTo(3 * W * H * Float.BYTES);
          asked.incrementAndGet();
          if (gone) {
            throw new DetectorFailed("it was stopped");
          }
          // Cells of strides 8, 16 and 32, and box, objectness and two labels of each.
          int cells = 20 * 12 + 10 * 6 + 5 * 3;
          return List.of(new Tensor(new int[] {1, cells, 7}, new float[cells * 7]));
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    }
  }

  @Test
  void theRuntimeOfAnotherBundleRunsTheModelAndIsMissedWhenItGoes() throws Exception {
    Files.writeString(site.resolve("theirs.onnx"), "a model");
    TheirRuntime theirs = new TheirRuntime();
    TheirRuntime another = new TheirRuntime();
    CameraCounter counter = naming(Map.of("detector", "theirs"));
    counter.addRuntime(another, Map.of(Detector.ID, "another"));
    counter.addRuntime(theirs, Map.of(Detector.ID, "theirs"));
    Random random = new Random(1);
    for (int i = 0; i < 1000 && theirs.asked.get() == 0; i++) {
      show(random);
    }
    assertThat(theirs.opened).hasValue(1);
    assertThat(theirs.asked.get()).isPositive();
    assertThat(another.opened).hasValue(0);

    counter.removeRuntime(another);
    counter.removeRuntime(theirs);
    theirs.gone = true;
    showUntil(counter, "detector-failed");
    for (int i = 0;
        i < 1000 && !counter.health().message().contains("no bundle offers the detector theirs");
        i++) {
      show(random);
    }
    assertThat(counter.health().message()).contains("no bundle offers the detector theirs");
    assertThat(theirs.closed).hasValue(1);
    counter.stop();
  }

  @Test
  void anInterruptionOfTheCameraIsToldInHealth() throws Exception {
    CameraCounter counter = counter();
    counter.addCamera(camera, OURS);
    show(new Random(2));
    Listener<? super Frame> listener = camera.listener;
    assertThat(listener).isNotNull();
    if (listener != null) {
      listener.interrupted(
          new Interruption(time.nanos.get(), Interruption.Cause.LINK_DOWN, "cable is out"));
    }
    assertThat(counter.health().message()).contains("cable is out");
    assertThat(counter.healthId()).isEqualTo("station.count-1");
    counter.stop();
  }

  @Test
  void aDocumentThatIsNotThereIsNamedWithTheRemedy() {
    assertThatThrownBy(() -> made(Map.of("lines", "nowhere.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.json")
        .hasMessageContaining("put it there");
  }
}
