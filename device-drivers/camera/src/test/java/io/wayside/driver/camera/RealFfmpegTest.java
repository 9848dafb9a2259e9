// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.rig.simulators.camera.MjpegCamera;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ffmpeg itself, on clips that it makes here of pictures with numbers. */
class RealFfmpegTest {

  private static final int PICTURES = 60;

  @TempDir static Path box;
  private Camera camera;
  private final Album album = new Album();

  @BeforeAll
  static void makeClips() throws Exception {
    Path stills = Files.createDirectory(box.resolve("stills"));
    for (int k = 1; k <= PICTURES; k++) {
      Files.write(stills.resolve(k + ".png"), Numbered.file(k, "png"));
    }
    String in = stills.resolve("%d.png").toString();
    make("-framerate", "25", "-i", in, "-c:v", "mpeg4", "-q:v", "2", clip("mpeg4.mp4"));
    make("-framerate", "10", "-i", in, "-c:v", "mjpeg", clip("mjpeg.avi"));
    // Unequal times, as network cameras have them: nothing may be doubled or dropped for that.
    make(
        "-framerate",
        "25",
        "-i",
        in,
        "-vf",
        "setpts=(N+floor(N/5)*3)*2/25/TB",
        "-vsync",
        "0",
        "-c:v",
        "mjpeg",
        clip("unequal.mkv"));
    make("-i", clip("mpeg4.mp4"), "-c", "copy", "-metadata:s:v:0", "rotate=90", clip("turned.mp4"));
  }

  private static String clip(String name) {
    return box.resolve(name).toString();
  }

  private static void make(String... arguments) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(List.of("ffmpeg", "-nostdin", "-loglevel", "error"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
  }

  private void start(String source, Map<String, Object> more) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "source", source, "watch", false, "pace", Pace.AS_TAKEN, "silentAfterMs", 10_000));
    values.putAll(more);
    camera = new Camera(Bench.config(values), new MachineTime());
    camera.subscribe(album);
  }

  @AfterEach
  void stop() {
    if (camera != null) {
      camera.stop();
    }
    Bench.until("every process is reaped", () -> FakeFfmpeg.children().isEmpty());
  }

  private void untilEnded() {
    Bench.until("the end", () -> camera.health().code().equals("ended"));
    // The end is told after the last picture was taken.
    Bench.until("told", () -> !album.interruptions().isEmpty());
  }

  private static List<Integer> all() {
    return IntStream.rangeClosed(1, PICTURES).boxed().toList();
  }

  @Test
  void everyPictureOfAFileIsShownOnceAndInItsOwnSizeWhenItIsTakenAsItIs() {
    start(clip("mpeg4.mp4"), Map.of());
    untilEnded();

    assertThat(album.numbers()).isEqualTo(all());
    assertThat(album.size()).isEqualTo("160x90");
  }

  @Test
  void unequalTimesNeitherDoubleNorDropAPicture() {
    start(clip("unequal.mkv"), Map.of());
    untilEnded();

    assertThat(album.numbers()).isEqualTo(all());
  }

  @Test
  void picturesAreScaledToTheWantedSize() {
    start(clip("mjpeg.avi"), Map.of("widthPx", 320, "heightPx", 200));
    untilEnded();

    assertThat(album.size()).isEqualTo("320x200");
    assertThat(all()).containsAll(album.numbers());
  }

  @Test
  void aTurnedClipHasTheSizeOfThePictureAsItIsShown() {
    start(clip("turned.mp4"), Map.of());
    untilEnded();

    assertThat(album.size()).isEqualTo("90x160");
  }

  @Test
  void aRateDropsPictures() {
    start(clip("mpeg4.mp4"), Map.of("rateHz", 5.0));
    untilEnded();

    assertThat(album.numbers()).hasSizeBetween(9, 14);
  }

  @Test
  void aRepeatedFileBeginsAnew() {
    start(clip("mpeg4.mp4"), Map.of("atEnd", AtEnd.REPEAT));

    Bench.until("more than it has", () -> album.numbers().size() > 2 * PICTURES);
  }

  @Test
  void aFileAtItsOwnPaceTakesItsTime() {
    long start = System.nanoTime();
    start(clip("mpeg4.mp4"), Map.of("pace", Pace.OWN));
    untilEnded();

    assertThat(System.nanoTime() - start).isGreaterThan(2_000_000_000L);
  }

  @Test
  void aMaskIsPlacedByTheNativeSizeOfAScaledPicture() {
    // The upper half of the native picture; the frame's number is read at half its height.
    start(
        clip("mjpeg.avi"),
        Map.of(
            "widthPx",
            80,
            "heightPx",
            46,
            "privacyMasks",
            new String[] {"0,40 160,40 160,50 0,50"}));
    untilEnded();

    assertThat(album.numbers()).isNotEmpty().containsOnly(0);
  }

  @Test
  void anHttpStreamIsReadByFfmpegToo() {
    try (MjpegCamera peer = new MjpegCamera()) {
      start(
          peer.address(),
          Map.of("way", Way.FFMPEG, "pace", Pace.OWN, "widthPx", 160, "heightPx", 90));
      Bench.until("ffmpeg watches", () -> peer.watching() > 0);
      Bench.until(
          "a picture",
          () -> {
            peer.sendPicture(Numbered.file(77, "jpg"));
            return album.numbers().contains(77);
          });
    }
  }

  @Test
  void aFileThatIsNotThereIsNamedWithFfmpegsOwnWords() {
    start(clip("none.mp4"), Map.of("widthPx", 64, "heightPx", 64));

    Bench.until("its words", () -> camera.health().message().contains("No such file"));
    assertThat(camera.health().message()).contains("cam-1", "none.mp4");
  }

  @Test
  void aFileThatIsNoVideoIsNamed() throws Exception {
    Path text = Files.writeString(box.resolve("text.mp4"), "no video");
    start(text.toString(), Map.of());

    Bench.until("its words", () -> camera.health().message().contains("cannot be opened"));
    assertThat(camera.health().message()).contains("Invalid data");
  }
}
