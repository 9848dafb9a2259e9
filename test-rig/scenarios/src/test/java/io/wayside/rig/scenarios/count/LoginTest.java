// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.cli.Verb.Streams;
import io.wayside.rig.simulators.camera.MjpegCamera;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera that asks who is there, and what becomes of its password. */
class LoginTest {

  private static final String PASSWORD = "s3cret/pass";

  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private int count(String... arguments) {
    told.reset();
    PrintStream all = new PrintStream(told, true, StandardCharsets.UTF_8);
    return CountVerb.run(new Streams(new ByteArrayInputStream(new byte[0]), all, all), arguments);
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private String passwordFile(String rights, String content) throws IOException {
    Path file = Files.writeString(folder.resolve("camera.password"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    return file.toString();
  }

  @Test
  void theCameraHearsUserAndPasswordAndNobodyElseDoes() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR), "jpg", jpeg);
    try (MjpegCamera camera = new MjpegCamera()) {
      camera.asksWith("Basic realm=\"cam\"");
      camera.answers(
          "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"
              + "--frame\r\nContent-Type: image/jpeg\r\n\r\n"
              + jpeg.toString(StandardCharsets.ISO_8859_1)
              + "\r\n--frame\r\n");
      String file = passwordFile("rw-------", PASSWORD + "\nno part of it\n");
      Path drawn = folder.resolve("drawn.png");

      int status =
          count(
              "--in",
              camera.address(),
              "--user",
              "wayside",
              "--password-file",
              file,
              "--picture",
              drawn.toString());

      assertThat(status).as(told()).isZero();
      assertThat(drawn).exists();
      String known =
          Base64.getEncoder()
              .encodeToString(("wayside:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
      assertThat(camera.requests()).anyMatch(request -> request.contains("Basic " + known));
      assertThat(told()).doesNotContain(PASSWORD).doesNotContain("chmod");
    }
  }

  @Test
  void anAddressWithAUserOrAPasswordInItIsRefusedAndNotRepeated() {
    for (String place :
        List.of(
            "rtsp://wayside:s3cret@192.0.2.1/live",
            "http://wayside@192.0.2.1/live",
            "rtsp://wayside:s3/cr@et@192.0.2.1:554/live",
            "rtsp://wayside:s3cret/x@192.0.2.1/live")) {
      assertThat(count("--in", place, "--picture", "x.png")).as(place).isEqualTo(2);
      assertThat(told())
          .contains("@192.0.2.1", "--user NAME and --password-file FILE", "list of processes")
          .doesNotContain("wayside:", "wayside@", "s3");
    }
  }

  @Test
  void anAtSignInThePathIsNoPassword() throws Exception {
    for (String place : List.of("http://192.0.2.1:80/@1/live", "rtsp://[fe80::1]:554/a@b")) {
      assertThat(Login.of(place, io.wayside.counting.cli.Options.of(""))).isEqualTo(Login.NOBODY);
    }
  }

  @Test
  void aPasswordFileThatEverybodyReadsIsToldAndTaken() throws IOException {
    String open = passwordFile("rw-r--r--", PASSWORD);
    assertThat(new Login("wayside", open).warning().orElseThrow()).endsWith("chmod 600 " + open);
    String own = passwordFile("rw-r-----", PASSWORD);
    assertThat(new Login("wayside", own).warning()).isEmpty();
    assertThat(Login.NOBODY.warning()).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefused() throws IOException {
    String camera = "rtsp://192.0.2.1/live";
    String file = passwordFile("rw-------", PASSWORD);
    assertThat(count("--in", camera, "--picture", "x.png", "--password-file", file)).isEqualTo(2);
    assertThat(told()).contains("--user NAME");
    assertThat(count("--in", folder.toString(), "--picture", "x.png", "--user", "me")).isEqualTo(2);
    assertThat(told()).contains("for the address of a camera");
    assertThat(
            count(
                "--in", camera, "--picture", "x.png", "--user", "me", "--password-file", "nowhere"))
        .isEqualTo(2);
    assertThat(told()).contains("--password-file nowhere", "no such file");
    String empty = passwordFile("rw-------", "\n" + PASSWORD);
    assertThat(
            count("--in", camera, "--picture", "x.png", "--user", "me", "--password-file", empty))
        .isEqualTo(2);
    assertThat(told()).contains("first line").doesNotContain(PASSWORD);
  }
}
