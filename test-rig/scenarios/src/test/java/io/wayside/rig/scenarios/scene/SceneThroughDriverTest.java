// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.driver.camera.Camera;
import io.wayside.rig.scenarios.lane.Assembled;
import io.wayside.rig.scenarios.lane.BenchTime;
import io.wayside.rig.simulators.camera.MjpegCamera;
import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Shot;
import io.wayside.rig.simulators.scene.picture.Jpeg;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered scenes through the camera driver itself: as a folder, and as a stream over HTTP. */
class SceneThroughDriverTest {

  private static final Shot SMALL = new Shot(160, 88, 5);

  @TempDir Path box;

  /** Copies of what came; an empty one for an interruption. */
  private static final class Roll implements Listener<Frame> {
    private final BlockingQueue<byte[]> pictures = new LinkedBlockingQueue<>();
    private final AtomicInteger missed = new AtomicInteger();

    @Override
    public void received(Frame frame) {
      byte[] copy = new byte[frame.pixels().remaining()];
      frame.pixels().get(copy);
      missed.addAndGet(frame.missedBefore());
      pictures.add(copy);
    }

    @Override
    public void interrupted(Interruption interruption) {
      pictures.add(new byte[0]);
    }

    byte @Nullable [] next(long millis) throws InterruptedException {
      return pictures.poll(millis, TimeUnit.MILLISECONDS);
    }
  }

  private static double apart(byte[] some, byte[] other) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += Math.abs((some[i] & 0xff) - (other[i] & 0xff));
    }
    return sum / some.length;
  }

  private static Film film() {
    return new Film(Scenes.named("rain").script(2, SMALL, 4));
  }

  private int verb(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return SceneVerb.run(List.of(arguments), out, out);
  }

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aFolderOfPicturesComesOutOfTheDriverWholeAndInOrder() throws Exception {
    Path folder = box.resolve("rain");
    int code =
        verb(
            "--name",
            "rain",
            "--out",
            folder.toString(),
            "--seed",
            "2",
            "--seconds",
            "4",
            "--fps",
            "5",
            "--size",
            "160x88");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();

    Roll roll = new Roll();
    Camera camera =
        Assembled.make(
            Camera.class,
            Map.of(
                "device.id",
                "cam",
                "source",
                folder.toString(),
                "way",
                "FOLDER",
                "pace",
                "AS_TAKEN",
                "watch",
                false),
            new BenchTime());
    camera.subscribe(roll);
    Film film = film();
    while (film.next()) {
      byte[] picture = roll.next(60_000);
      assertThat(picture).as("picture %d", film.frame()).isNotNull().hasSize(film.bgr().length);
      assertThat(apart(film.bgr(), picture)).isLessThan(8);
    }
    camera.stop();
    assertThat(roll.missed).hasValue(0);
    assertThat(
            Node.read("lines", Files.readString(folder.resolve("lines.json")))
                .member("ground")
                .elements())
        .hasSize(4);
  }

  @Test
  void aStreamOverHttpShowsTheScene() throws Exception {
    Roll roll = new Roll();
    try (MjpegCamera peer = new MjpegCamera()) {
      Camera camera =
          Assembled.make(
              Camera.class,
              Map.of(
                  "device.id",
                  "cam",
                  "source",
                  peer.address(),
                  "watch",
                  false,
                  "silentAfterMs",
                  60_000),
              new BenchTime());
      camera.subscribe(roll);
      Film film = film();
      while (film.next()) {
        byte[] jpeg = Jpeg.of(film.bgr(), SMALL.widthPx(), SMALL.heightPx());
        // Until the driver has asked for the stream nobody hears what is sent.
        byte[] picture = null;
        for (int k = 0; picture == null && k < 600; k++) {
          peer.sendPicture(jpeg);
          picture = roll.next(100);
        }
        // What was sent twice is passed over.
        while (picture != null && apart(film.bgr(), picture) >= 8) {
          picture = roll.next(60_000);
        }
        assertThat(picture).as("picture %d", film.frame()).isNotNull();
      }
      camera.stop();
    }
  }

  @Test
  void theListAndWrongCallsAreTold() {
    assertThat(verb("--name", "list")).isZero();
    assertThat(verb("--name", "snow", "--out", box.toString())).isEqualTo(2);
    assertThat(verb("--name", "rain")).isEqualTo(2);
    assertThat(verb("--name", "rain", "--out", box.toString(), "--size", "big")).isEqualTo(2);
    assertThat(verb("--name", "rain", "--out", box.toString(), "--fps", "0")).isEqualTo(2);
    assertThat(verb("--name", "rain", "--out", box.toString(), "--seed", "-1")).isEqualTo(2);
    assertThat(verb("--help")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            "motorcycle-groups", "no scene \"snow\"", "needs --out", "640x352", "--fps wants");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(box.resolve("file"), "no folder");

    assertThat(verb("--name", "rain", "--out", file.toString(), "--seconds", "1")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("choose another --out");
  }
}
