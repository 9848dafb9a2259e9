// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.counting.cli.Verb.Streams;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.sighting.Plan;
import io.wayside.opencv.Native;
import io.wayside.rig.simulators.camera.MjpegCamera;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb on a folder of pictures that are drawn here, through the real driver. */
class CountVerbTest {

  private static final String LINE =
      "{\"lines\":[{\"id\":\"A\",\"from\":[0,60],\"to\":[160,60],\"way\":\"left\"}],\"rateHz\":10}";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int count(String... arguments) {
    return CountVerb.run(
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)),
        arguments);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String lines(String json) throws IOException {
    return Files.writeString(folder.resolve("lines.json"), json).toString();
  }

  private String pictures() throws IOException {
    return DrawnClip.in(folder.resolve("pictures"));
  }

  @Test
  void eachCrossingIsALineWithFrameTimeAndDirection() throws IOException {
    Path events = folder.resolve("events.jsonl");
    int status = count("--in", pictures(), "--lines", lines(LINE), "--out", events.toString());
    assertThat(status).as(complained()).isZero();
    List<String> told = Files.readAllLines(events);
    assertThat(told).hasSize(2);
    assertThat(told).anySatisfy(line -> assertThat(line).contains("\"direction\":\"left\""));
    assertThat(told)
        .anySatisfy(
            line -> assertThat(line).contains("\"direction\":\"right\"").contains("\"wrong-way\""));
    assertThat(told).allSatisfy(line -> assertThat(line).contains("\"line\":\"A\"", "\"frame\":"));
    assertThat(complained())
        .contains("counting in pixels")
        .contains("50 pictures of 4.9 s, 2 crossings");
    assertThat(complained()).contains("line A: to the left 1 (1 ", "to the right 1 (1 ");
    assertThat(complained()).contains("./wayside counts --in " + events);
    // From when the background is known to the end of the fifty pictures.
    assertThat(folder.resolve("events.jsonl.watched"))
        .content()
        .matches(
            "\\{\"lines\":\\[\"A\"],\"crossings\":2,\"watchedS\":\\[\\[[01][.0-9]*,5(\\.0)?]]}\n");
  }

  @Test
  void aReportHasTheEventsWhereTheyCrossedAndTheirPictures() throws IOException {
    Path report = folder.resolve("report");
    int status =
        count(
            "--in",
            pictures(),
            "--lines",
            lines(LINE),
            "--out",
            "-",
            "--report",
            report.toString());
    assertThat(status).as(complained()).isZero();
    assertThat(complained()).contains(report.resolve("index.html").toString());
    assertThat(report.resolve("pictures/line-0-row-0.png")).exists();
    assertThat(report.resolve("pictures/event-1.jpg")).exists();
    // The middle of one is at 37 of 160 pixels, of the other at 117.
    assertThat(Files.readString(report.resolve("data.js")))
        .containsPattern("\"along\":0\\.2[0-9]")
        .containsPattern("\"along\":0\\.7[0-9]")
        .contains("\"title\":\"pictures\"", "\"way\":\"left\"");
  }

  /** As Ctrl-C does it: a camera has no end of its own. */
  @Test
  void whoEndsItHasTheCrossingsAndThePageOfWhatACameraShowed() throws Exception {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR), "jpg", jpeg);
    Path report = folder.resolve("report");
    Path events = folder.resolve("events.jsonl");
    try (MjpegCamera camera = new MjpegCamera()) {
      camera.answers(
          "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"
              + "--frame\r\nContent-Type: image/jpeg\r\n\r\n"
              + jpeg.toString(StandardCharsets.ISO_8859_1)
              + "\r\n--frame\r\n");
      Plan plan = Plan.from(Node.read("lines", LINE));
      PictureSource source = PictureSource.of(camera.address(), Login.NOBODY, 0, plan.rateHz());
      EventsFile lines = EventsFile.at(events.toString());
      PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
      Proof proof = Proof.in(report.toString(), "camera", plan);
      Native.load();
      Counting counting = new Counting(plan, source, lines, told, proof);
      CountRun run = new CountRun(counting, proof, lines, List.of("A"), told);
      AtomicReference<Throwable> fault = new AtomicReference<>();
      Thread main = new Thread(() -> runs(run, fault));
      main.start();
      counting.awaitFirst();
      run.end();
      main.join();
      assertThat(fault.get()).isNull();
    }
    assertThat(report.resolve("index.html")).exists();
    assertThat(Files.readString(report.resolve("data.js"))).contains("\"title\":\"camera\"");
    assertThat(complained()).contains("to be checked by a person").contains(" pictures of ");
    assertThat(events).exists();
    assertThat(folder.resolve("events.jsonl.watched"))
        .content()
        .startsWith("{\"lines\":[\"A\"],\"crossings\":0,");
  }

  private static void runs(CountRun run, AtomicReference<Throwable> fault) {
    try {
      run.run();
    } catch (Wrong | RuntimeException wrong) {
      fault.set(wrong);
    }
  }

  @Test
  void whatCannotBeReadIsRefusedInOneLine() throws IOException {
    assertThat(count("--in", "nowhere.mp4", "--lines", lines(LINE), "--out", "-")).isEqualTo(2);
    assertThat(complained()).contains("nowhere.mp4").contains("no such file");
    assertThat(count("--in", pictures(), "--lines", lines("{}"), "--out", "-")).isEqualTo(2);
    assertThat(complained()).contains("lines");
    assertThat(count("--in", "x", "--lines", lines(LINE), "--out", "-", "--rate", "much"))
        .isEqualTo(2);
    assertThat(complained()).contains("--rate");
  }

  /** As of another picture's size; an end beyond the edge is usual. */
  @Test
  void aLineAtWhichNothingCanBeSeenIsRefusedAndNoCountOfZero() throws IOException {
    String pictures = pictures();
    for (String ends :
        List.of("[0,400],\"to\":[160,400]", "[700,60],\"to\":[900,60]", "[0,-9],\"to\":[90,-1]")) {
      String line = "{\"lines\":[{\"id\":\"far\",\"from\":" + ends + "}],\"rateHz\":10}";
      assertThat(count("--in", pictures, "--lines", lines(line), "--out", "-")).isEqualTo(2);
      assertThat(complained()).contains("line far lies outside").contains("160x120 pixels");
      err.reset();
    }
    String beyond = "{\"lines\":[{\"id\":\"A\",\"from\":[-20,60],\"to\":[400,60]}],\"rateHz\":10}";
    assertThat(count("--in", pictures, "--lines", lines(beyond), "--out", "-")).isZero();
  }

  @Test
  void aRunThatCannotBeginLeavesWhatTheLastOneWrote() throws IOException {
    String pictures = pictures();
    Path events = Files.writeString(folder.resolve("events.jsonl"), "of yesterday".repeat(99));
    String far = "{\"lines\":[{\"id\":\"far\",\"from\":[0,400],\"to\":[160,400]}],\"rateHz\":10}";
    assertThat(count("--in", pictures, "--lines", lines(far), "--out", events.toString()))
        .isEqualTo(2);
    assertThat(events).content().startsWith("of yesterday");
    assertThat(folder.resolve("events.jsonl.watched")).doesNotExist();
    assertThat(count("--in", pictures, "--lines", lines(LINE), "--out", events.toString()))
        .isZero();
    assertThat(Files.readAllLines(events)).hasSize(2).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void aPictureToDrawLinesByHasTheSizeOfTheNativePictureAndTheLinesInIt() throws IOException {
    Path bare = folder.resolve("bare.png");
    Path drawn = folder.resolve("drawn.png");
    String pictures = pictures();
    assertThat(count("--in", pictures, "--picture", bare.toString())).as(complained()).isZero();
    assertThat(complained()).contains("160x120 pixels");
    String line = lines(LINE);
    assertThat(count("--in", pictures, "--lines", line, "--picture", drawn.toString())).isZero();
    BufferedImage with = ImageIO.read(drawn.toFile());
    BufferedImage without = ImageIO.read(bare.toFile());
    assertThat(with.getWidth()).isEqualTo(160);
    assertThat(with.getHeight()).isEqualTo(120);
    // The line from edge to edge at 60, red; its left is up, where the picture is as it was below.
    assertThat(isRed(with.getRGB(130, 60))).isTrue();
    assertThat(isRed(without.getRGB(130, 60))).isFalse();
    assertThat(isRed(with.getRGB(80, 50))).isTrue();
    assertThat(isRed(with.getRGB(80, 70))).isFalse();
    assertThat(count("--in", "nowhere", "--picture", bare.toString())).isEqualTo(2);
  }

  /** A road seen straight from above, ten pixels a metre: squares are fifty pixels wide. */
  @Test
  void aNetOfMetresLiesOnTheRoadWhereThereAreGroundPoints() throws IOException {
    Path drawn = folder.resolve("drawn.png");
    String clip = pictures();
    assertThat(count("--in", clip, "--lines", measured(1), "--picture", drawn.toString())).isZero();
    assertThat(complained()).contains("the net on the road is of squares of 5 m");
    BufferedImage picture = ImageIO.read(drawn.toFile());
    assertThat(isGreen(picture.getRGB(70, 45))).isTrue();
    assertThat(isGreen(picture.getRGB(45, 70))).isTrue();
    assertThat(isGreen(picture.getRGB(45, 45))).isFalse();
    err.reset();
    String milli = measured(1000);
    assertThat(count("--in", clip, "--lines", milli, "--picture", drawn.toString())).isZero();
    assertThat(complained()).contains("are the ground points in metres?");
  }

  private String measured(int unit) throws IOException {
    StringBuilder points = new StringBuilder();
    for (int corner = 0; corner < 4; corner++) {
      int x = corner == 1 || corner == 2 ? 10 : 0;
      int y = corner / 2 * 9;
      points.append(corner == 0 ? ",\"ground\":[" : ",");
      points.append("{\"px\":[").append(20 + 10 * x).append(',').append(20 + 10 * y);
      points.append("],\"m\":[").append(unit * x).append(',').append(unit * y).append("]}");
    }
    return lines(LINE.substring(0, LINE.length() - 1) + points + "]}");
  }

  private static boolean isGreen(int colour) {
    Color one = new Color(colour);
    return one.getGreen() > one.getRed() + 60 && one.getGreen() > one.getBlue() + 60;
  }

  private static boolean isRed(int colour) {
    Color one = new Color(colour);
    return one.getRed() > one.getGreen() + 60 && one.getRed() > one.getBlue() + 60;
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(count("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--in", "--lines", "--out", "--rate", "--picture", "--user", "--password-file");
  }
}
