// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.rig.simulators.camera.MjpegCamera;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a network camera on the day it is put up, and what the driver says. */
class TroubleTest {

  private static final long DRIP_MS = 20;

  @TempDir Path box;
  private final MjpegCamera peer = new MjpegCamera();
  private final Album album = new Album();
  private final CountDownLatch over = new CountDownLatch(1);
  private Camera camera;

  private void start(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(Map.of("watch", false, "source", peer.address()));
    values.putAll(more);
    camera = Bench.camera(values);
    camera.subscribe(album);
  }

  @AfterEach
  void stop() {
    over.countDown();
    if (camera != null) {
      camera.stop();
    }
    peer.close();
  }

  private void untilHealthSays(String words) {
    Bench.until(
        words + " in " + camera.health().message(),
        () -> camera.health().message().contains(words));
  }

  private void untilItWatches() {
    int before = peer.watching();
    Bench.until("it watches", () -> peer.watching() > before);
  }

  private static byte[] jpeg(int width, int height) {
    try {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Sends something again and again until a condition holds, a little at a time. */
  private void dripUntil(byte[] drops, String what, java.util.function.BooleanSupplier condition) {
    Bench.until(
        what,
        () -> {
          peer.send(drops);
          pause();
          return condition.getAsBoolean();
        });
  }

  private void pause() {
    try {
      assertThat(over.await(DRIP_MS, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAddressWhereNobodyListensIsNamedWithWhatToCheck() {
    int free = LoopbackPorts.free();
    start(Map.of("source", "http://127.0.0.1:" + free + "/video"));

    untilHealthSays("cannot be reached");
    assertThat(camera.health().message())
        .contains("cam-1", "127.0.0.1:" + free, "check address, camera and network");
    assertThat(camera.health().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aNameThatNobodyKnowsIsNamed() {
    start(Map.of("source", "http://no-such-camera.invalid/video"));

    untilHealthSays("no-such-camera.invalid");
    assertThat(camera.health().message()).contains("check address");
  }

  @Test
  void aWrongPasswordIsToldAsThatAndIsInNoMessage() throws IOException {
    Path password = Files.writeString(box.resolve("password"), "sesame-7\n");
    peer.answers("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    start(Map.of("user", "admin", "passwordFile", password.toString()));

    untilHealthSays("correct user and password file");
    assertThat(camera.health().message()).contains("401").doesNotContain("sesame-7");
    assertThat(peer.requests()).noneMatch(request -> request.contains("sesame-7"));
  }

  @Test
  void anEmptyPasswordFileAsksWithAnEmptyPassword() throws IOException {
    Path password = Files.writeString(box.resolve("password"), "");
    peer.asksWith("Basic realm=\"cam\"");
    start(Map.of("user", "admin", "passwordFile", password.toString()));

    Bench.until("it is let in", () -> peer.watching() > 0);
    // "admin:" in Base64.
    assertThat(peer.requests().get(1)).contains("Authorization: Basic YWRtaW46");
  }

  @Test
  void aCameraThatAsksInAWayNobodyKnowsIsRefused() throws IOException {
    Path password = Files.writeString(box.resolve("password"), "x\n");
    peer.asksWith("Negotiate");
    start(Map.of("user", "admin", "passwordFile", password.toString()));

    untilHealthSays("refuses (401)");
  }

  @Test
  void anErrorOfTheCameraIsToldWithItsNumber() {
    peer.answers("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    start(Map.of());

    untilHealthSays("status 503");
  }

  @Test
  void aSinglePictureInsteadOfAStreamSaysWhichPathIsWanted() {
    peer.answers("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n");
    start(Map.of());

    untilHealthSays("image/jpeg");
    assertThat(camera.health().message()).contains("not with multipart", "correct the path");
  }

  @Test
  void anAnswerThatIsNoHttpIsABrokenLink() {
    peer.answers("220 ftp ready\r\n\r\n");
    start(Map.of());

    untilHealthSays("cannot be reached");
  }

  @Test
  void anAnswerWhoseHeadNeverEndsIsGivenUp() {
    peer.answers("HTTP/1.1 200 OK\r\nContent-Type: ");
    start(Map.of("silentAfterMs", 300));
    untilItWatches();
    dripUntil(
        "x".getBytes(StandardCharsets.US_ASCII), "it asks again", () -> peer.requests().size() > 2);

    assertThat(album.numbers()).isEmpty();
    assertThat(camera.health().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aPartWhoseHeadNeverEndsIsRefusedBeforeItFillsMemory() {
    start(Map.of());
    untilItWatches();
    byte[] header = ("X-Filler: " + "y".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    peer.send("--frame\r\n".getBytes(StandardCharsets.US_ASCII));
    dripUntil(header, "refused", () -> !album.interruptions().isEmpty());

    assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.GARBLED);
    assertThat(album.interruptions().get(0).detail()).contains("head of a part");
  }

  @Test
  void aPictureThatComesByteByByteIsSilence() {
    start(Map.of("silentAfterMs", 400));
    untilItWatches();
    peer.send("--frame\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    dripUntil(new byte[] {1}, "given up", () -> !album.interruptions().isEmpty());

    assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.SILENT);
    assertThat(album.numbers()).isEmpty();
  }

  @Test
  void afterATruncatedPictureTheNextIsShown() {
    start(Map.of());
    untilItWatches();
    byte[] whole = Numbered.file(77, "jpg");
    for (int cut : new int[] {2, 20, whole.length / 2}) {
      peer.sendPicture(Arrays.copyOf(whole, cut));
    }
    Bench.until(
        "a whole picture",
        () -> {
          peer.sendPicture(whole);
          return album.numbers().contains(77);
        });

    assertThat(album.interruptions()).isEmpty();
  }

  @Test
  void picturesThatChangeTheirSizeAreShownInTheirSize() {
    start(Map.of());
    untilItWatches();
    for (int[] size : new int[][] {{160, 90}, {320, 176}, {64, 48}, {160, 90}}) {
      String wanted = size[0] + "x" + size[1];
      byte[] jpeg = jpeg(size[0], size[1]);
      Bench.until(
          wanted,
          () -> {
            peer.sendPicture(jpeg);
            return album.size().equals(wanted);
          });
    }
    assertThat(album.interruptions()).isEmpty();
  }

  @Test
  void picturesThatChangeTheirSizeAreScaledToTheOneThatIsWanted() {
    start(Map.of("widthPx", 80, "heightPx", 45));
    untilItWatches();
    for (int[] size : new int[][] {{160, 90}, {320, 176}, {64, 48}}) {
      byte[] jpeg = jpeg(size[0], size[1]);
      int seen = album.numbers().size();
      Bench.until(
          "another",
          () -> {
            peer.sendPicture(jpeg);
            return album.numbers().size() > seen;
          });
      assertThat(album.size()).isEqualTo("80x45");
    }
  }

  @Test
  void rubbishBetweenPicturesDoesNoHarm() {
    start(Map.of());
    untilItWatches();
    Random random = new Random(3);
    for (int k = 0; k < 20; k++) {
      byte[] rubbish = new byte[random.nextInt(400)];
      random.nextBytes(rubbish);
      peer.send(rubbish);
      peer.send(new byte[] {'\r', '\n'});
      peer.sendPicture(Numbered.file(k + 1, "jpg"));
    }
    Bench.until(
        "the last",
        () -> {
          peer.sendPicture(Numbered.file(99, "jpg"));
          return album.numbers().contains(99);
        });

    assertThat(album.interruptions()).isEmpty();
  }

  @Test
  void aCameraThatEndsItsAnswerIsAskedAgain() {
    start(Map.of());
    untilItWatches();
    Bench.until(
        "a picture",
        () -> {
          peer.sendPicture(Numbered.file(5, "jpg"));
          return album.numbers().contains(5);
        });
    peer.drop();
    peer.restore();
    Bench.until(
        "a picture again",
        () -> {
          peer.sendPicture(Numbered.file(6, "jpg"));
          return album.numbers().contains(6);
        });

    assertThat(album.interruptions()).hasSize(1);
    assertThat(album.interruptions().get(0).cause()).isEqualTo(Cause.LINK_DOWN);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    start(Map.of("source", box.resolve("none").toString(), "way", Way.FOLDER));

    untilHealthSays(box.resolve("none").toString());
    assertThat(camera.health().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aFolderThatIsEmptiedWhileItIsReadDoesNotEndTheDriver() throws IOException {
    for (int k = 1; k <= 5; k++) {
      Files.write(box.resolve("f" + k + ".png"), Numbered.file(k, "png"));
    }
    start(Map.of("source", box.toString(), "rateHz", 50.0, "atEnd", AtEnd.REPEAT));
    Bench.until("pictures", () -> album.numbers().size() > 5);
    for (int k = 1; k <= 5; k++) {
      Files.delete(box.resolve("f" + k + ".png"));
    }
    untilHealthSays("no JPEG or PNG");
    Files.write(box.resolve("g9.png"), Numbered.file(9, "png"));

    Bench.until("the new one", () -> album.numbers().contains(9));
  }

  @Test
  void aPasswordFileThatCannotBeReadSaysHowToMakeOne() {
    assertThatThrownBy(() -> start(Map.of("passwordFile", box.resolve("none").toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none cannot be read")
        .hasMessageContaining("create it with the password as its only line");
  }

  @Test
  void sourcesThatAreNoAddressAreRefused() {
    assertThatThrownBy(() -> start(Map.of("source", "rtsp://host/a b")))
        .hasMessageContaining("cam-1")
        .hasMessageContaining("no address");
    assertThatThrownBy(
            () -> start(Map.of("source", "rtsp://h/", "privacyMasks", new String[] {"1,2"})))
        .hasMessageContaining("1,2");
  }
}
