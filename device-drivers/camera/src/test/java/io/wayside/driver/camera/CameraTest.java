// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.rig.simulators.camera.MjpegCamera;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras as a site document sets them up. */
class CameraTest {

  @TempDir Path box;
  private Camera camera;
  private final Album album = new Album();

  private void start(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(Map.of("watch", false));
    values.putAll(more);
    camera = Bench.camera(values);
    camera.subscribe(album);
  }

  @AfterEach
  void stop() {
    if (camera != null) {
      camera.stop();
    }
  }

  private void pictures(int from, int to) throws IOException {
    for (int k = from; k <= to; k++) {
      Files.write(box.resolve("f" + k + ".png"), Numbered.file(k, "png"));
    }
  }

  private void untilEnded() {
    Bench.until("the end", () -> !album.interruptions().isEmpty());
  }

  @Test
  void aFolderTakenAsItIsShowsEveryPictureInOrderAndThenEnds() throws IOException {
    pictures(1, 40);
    start(Map.of("source", box.toString(), "pace", Pace.AS_TAKEN));
    untilEnded();

    assertThat(album.numbers()).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    assertThat(album.missed()).isZero();
    assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
    // Health is told a moment after the listeners.
    Bench.until("its code", () -> camera.health().code().equals("ended"));
  }

  @Test
  void aRepeatedFolderBeginsAnew() throws IOException {
    pictures(1, 3);
    start(Map.of("source", box.toString(), "rateHz", 100.0, "atEnd", AtEnd.REPEAT));

    Bench.until("more than it has", () -> album.numbers().size() > 10);
    assertThat(camera.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aFileThatIsNoPictureIsPassedOverAndCountedAsMissed() throws IOException {
    pictures(1, 2);
    pictures(5, 30);
    Files.writeString(box.resolve("f3.png"), "no picture");
    Files.write(box.resolve("f12.png"), new byte[0]);
    start(Map.of("source", box.toString(), "pace", Pace.AS_TAKEN, "atEnd", AtEnd.REPEAT));
    Bench.until("twice", () -> album.numbers().size() > 60);

    assertThat(album.missed()).isBetween(2, 8);
  }

  @Test
  void aFolderWithoutPicturesSaysSo() throws IOException {
    Files.writeString(box.resolve("readme.txt"), "nothing");
    start(Map.of("source", box.toString(), "way", Way.FOLDER));

    Bench.until("its words", () -> camera.health().message().contains("no JPEG or PNG"));
    assertThat(camera.health().message()).contains("cam-1", box.toString());
  }

  @Test
  void masksAreFilledBeforeAnybodySees() throws IOException {
    pictures(127, 127);
    start(
        Map.of(
            "source",
            box.toString(),
            "atEnd",
            AtEnd.REPEAT,
            "rateHz",
            100.0,
            "privacyMasks",
            new String[] {"0,0 60,0 60,90 0,90"}));

    // The first three bars are hidden, and the first part of the third.
    Bench.until("a picture", () -> !album.numbers().isEmpty());
    assertThat(album.numbers()).containsOnly(0b1111000);
  }

  @Test
  void aPictureThatStandsStillIsToldAsFrozen() throws IOException {
    pictures(85, 85);
    start(
        Map.of(
            "source",
            box.toString(),
            "watch",
            true,
            "alarmAfterS",
            1,
            "rateHz",
            20.0,
            "atEnd",
            AtEnd.REPEAT));

    Bench.until("its code", () -> camera.health().code().equals("picture-frozen"));
    assertThat(camera.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(camera.health().message()).contains("cam-1", "start the camera anew");
  }

  @Test
  void aCameraThatAsksWhoIsThereIsTold() throws IOException {
    Path password = Files.writeString(box.resolve("password"), "Circle of Life\n");
    try (MjpegCamera peer = new MjpegCamera()) {
      peer.asksWith("Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\", algorithm=MD5");
      start(
          Map.of("source", peer.address(), "user", "Mufasa", "passwordFile", password.toString()));
      Bench.until("it is let in", () -> peer.watching() > 0);

      assertThat(peer.requests().get(1))
          .contains("Authorization: Digest username=\"Mufasa\"", "uri=\"/stream?id=1\"")
          .doesNotContain("Circle");
    }
  }

  @Test
  void aCameraThatRefusesOrAnswersWithSomethingElseSaysWhatToDo() {
    try (MjpegCamera peer = new MjpegCamera()) {
      peer.asksWith("Basic realm=\"cam\"");
      start(Map.of("source", peer.address()));
      Bench.until("refused", () -> camera.health().message().contains("password file"));
      peer.asksWith("");
      peer.answers("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhello");
      Bench.until("no stream", () -> camera.health().message().contains("multipart"));
      peer.answers("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      Bench.until("no path", () -> camera.health().message().contains("404"));
    }
  }

  @Test
  void spoiltPicturesInAStreamArePassedOverButNotForEver() {
    try (MjpegCamera peer = new MjpegCamera()) {
      start(Map.of("source", peer.address()));
      Bench.until("it watches", () -> peer.watching() > 0);
      peer.sendPicture("no picture".getBytes(StandardCharsets.UTF_8));
      Bench.until(
          "a picture",
          () -> {
            peer.sendPicture(Numbered.file(9, "jpg"));
            return !album.numbers().isEmpty();
          });
      assertThat(album.interruptions()).isEmpty();
      Bench.until(
          "garbled",
          () -> {
            peer.sendPicture("no picture".getBytes(StandardCharsets.UTF_8));
            return !album.interruptions().isEmpty();
          });
    }
    assertThat(album.interruptions().get(0).cause()).isIn(Cause.GARBLED, Cause.LINK_DOWN);
  }

  @Test
  void aStreamThatFallsSilentWithoutClosingIsOpenedAnew() {
    try (MjpegCamera peer = new MjpegCamera()) {
      start(Map.of("source", peer.address(), "silentAfterMs", 300));
      Bench.until("it asks again", () -> peer.requests().size() > 2);

      assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.SILENT);
    }
  }

  @Test
  void aStopEndsTheThreadsAndTellsTheListeners() throws IOException {
    pictures(1, 1);
    start(Map.of("source", box.toString(), "atEnd", AtEnd.REPEAT));
    Bench.until("a picture", () -> !album.numbers().isEmpty());
    camera.stop();

    Bench.until("told", () -> !album.interruptions().isEmpty());
    assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
    Bench.until(
        "no thread is left",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("camera-cam-1")));
  }

  @Test
  void whatCannotBeMeantIsRefusedWithTheCamerasName() {
    refused(Map.of("source", "gopher://x/y"), "nobody knows how to read");
    refused(Map.of("source", "rtsp://admin:secret@x/y"), "passwordFile");
    refused(Map.of("source", "rtsp://x/y", "widthPx", 640), "both widthPx and heightPx");
    refused(Map.of("source", "rtsp://x/y", "pace", Pace.AS_TAKEN), "does not wait");
    refused(Map.of("source", "/x.mp4", "atEnd", AtEnd.WAIT), "folders only");
    assertThatThrownBy(
            () -> Bench.camera(Map.of("source", "rtsp://x/", "passwordFile", "/none/such")))
        .hasMessageContaining("/none/such");
  }

  private static void refused(Map<String, Object> values, String why) {
    assertThatThrownBy(() -> Bench.camera(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("camera cam-1")
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  @Test
  void theWayFollowsFromTheSource() {
    assertThat(Address.of("c", "rtsp://h/x", Way.AUTO).way()).isEqualTo(Way.FFMPEG);
    assertThat(Address.of("c", "http://h/x", Way.AUTO).way()).isEqualTo(Way.MJPEG);
    assertThat(Address.of("c", "/dev/video2", Way.AUTO).way()).isEqualTo(Way.V4L2);
    assertThat(Address.of("c", "/data/clip.mp4", Way.AUTO).way()).isEqualTo(Way.FFMPEG);
    assertThat(Address.of("c", "/data/pictures", Way.AUTO).way()).isEqualTo(Way.FOLDER);
    assertThat(Address.of("c", "rtsp://h/x", Way.AUTO).with("a b", "p:@/"))
        .isEqualTo("rtsp://a%20b:p%3A%40%2F@h/x");
  }
}
