// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.CsvEncoder;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingEncoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.weighing.cli.Program.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeighTest {

  private static final double HERTZ = 2_000;
  private static final double WIDTH_M = 0.06;
  private static final double[] LINES_M = {0, 3, 6, 9};
  private static final double SPEED_MPS = 20;
  private static final double[] AXLES_N = {60_000, 95_000};
  private static final double SPACING_M = 4.5;
  private static final double FIRST_S = 2;
  private static final long START_NANOS = 7_000_000_000L;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path recording;
  private Path site;

  @BeforeEach
  void record() throws Exception {
    site = Files.writeString(folder.resolve("site.json"), document());
    recording = folder.resolve("signal.wsr");
    Files.write(recording, binary(Value.ABSENT));
  }

  /** Four lines across the lane, one unit for ten kilonewton. */
  private static String document() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES_M.length; i++) {
      lines.append(
          String.format(
              "%s{\"name\": \"q%d\", \"atM\": %s, \"widthM\": %s, \"halves\": [{\"channel\":"
                  + " \"q%d\", \"side\": \"both\", \"newtonsPerUnitMetre\": %s}]}",
              i == 0 ? "" : ", ", i + 1, LINES_M[i], WIDTH_M, i + 1, 1e4 / WIDTH_M));
    }
    return "{\"instrument\": \"lane-1\", \"kind\": \"strips\", \"lines\": [" + lines + "]}";
  }

  private static RecordingHead head(Value instrument) {
    List<RecordedChannel> channels = new ArrayList<>();
    for (int i = 0; i < LINES_M.length; i++) {
      channels.add(new RecordedChannel("q" + (i + 1), "V", Coding.FLOAT32, 1, 0));
    }
    return new RecordingHead(
        "adc-1",
        Instant.parse("2026-11-21T05:00:00Z"),
        START_NANOS,
        HERTZ,
        channels,
        instrument,
        Value.ABSENT,
        Value.ABSENT);
  }

  /** Forces under parabolic footprints of 0.25 m, by their distribution function. */
  private static List<SampleBlock> signal() {
    int length = (int) (6 * HERTZ);
    double[][] samples = new double[LINES_M.length][length];
    for (int line = 0; line < LINES_M.length; line++) {
      for (int axle = 0; axle < AXLES_N.length; axle++) {
        for (int i = 0; i < length; i++) {
          double at = (i / HERTZ - FIRST_S) * SPEED_MPS - axle * SPACING_M - LINES_M[line];
          samples[line][i] +=
              AXLES_N[axle] / 1e4 * (before(at + WIDTH_M / 2) - before(at - WIDTH_M / 2));
        }
      }
    }
    List<SampleBlock> blocks = new ArrayList<>();
    for (int from = 0; from < length; from += 500) {
      int begin = from;
      blocks.add(
          new SampleBlock(
              START_NANOS + Math.round(from / HERTZ * 1e9),
              1e9 / HERTZ,
              from,
              Arrays.stream(samples)
                  .map(channel -> Arrays.copyOfRange(channel, begin, begin + 500))
                  .toArray(double[][]::new),
              Flags.NONE));
    }
    return blocks;
  }

  private static double before(double x) {
    double u = Math.max(-1, Math.min(1, x / 0.125));
    return 0.5 + 0.75 * (u - u * u * u / 3);
  }

  private static byte[] binary(Value instrument) {
    RecordingEncoder encoder = new RecordingEncoder(head(instrument));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(encoder.head());
    signal().forEach(block -> bytes.writeBytes(encoder.block(block)));
    return bytes.toByteArray();
  }

  private int weigh(byte[] in, String... arguments) {
    return Weigh.run(
        new Shipped(Path.of("../..")),
        new Streams(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)),
        arguments);
  }

  private Value.Fields onlyLine(String text) throws Exception {
    assertThat(text.lines()).hasSize(1);
    return (Value.Fields) Json.read(text.strip()).root();
  }

  private static double real(Value value) {
    return ((Value.Real) value).value();
  }

  @Test
  void givesALineForEachVehicleWithLoadsSpacingsClassAndDecision() throws Exception {
    Path lines = folder.resolve("out.jsonl");
    int status =
        weigh(
            new byte[0],
            "--in",
            recording.toString(),
            "--site",
            site.toString(),
            "--out",
            lines.toString());

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    Value.Fields line = onlyLine(Files.readString(lines));
    assertThat(line.values().keySet())
        .contains(
            "t0",
            "speedMps",
            "axles",
            "spacingsM",
            "groups",
            "grossN",
            "grossU",
            "class",
            "flags",
            "decision");
    assertThat(real(line.get("t0"))).isCloseTo(FIRST_S, within(0.001));
    assertThat(line.get("at").toString()).contains("2026-11-21T05:00:0");
    assertThat(real(line.get("speedMps"))).isCloseTo(SPEED_MPS, within(0.02));
    assertThat(real(line.get("grossN"))).isCloseTo(155_000, within(800.0));
    List<Value> axles = ((Value.Many) line.get("axles")).values();
    assertThat(axles).hasSize(2);
    assertThat(real(((Value.Fields) axles.get(1)).get("loadN"))).isCloseTo(95_000, within(600.0));
    assertThat(((Value.Fields) axles.get(1)).values().keySet())
        .contains("t", "loadN", "u", "flags");
    assertThat(real(((Value.Many) line.get("spacingsM")).values().get(0)))
        .isCloseTo(SPACING_M, within(0.01));
    assertThat(line.get("class")).isInstanceOf(Value.Text.class);
    assertThat(line.get("flags").toString()).contains("uncalibrated", "not-verified");
    Value.Fields decision = (Value.Fields) line.get("decision");
    assertThat(decision.get("pack")).isEqualTo(new Value.Text("vn"));
    assertThat(decision.get("offered")).isEqualTo(new Value.Truth(false));
  }

  @Test
  void binaryCsvStandardInputAndTheInstrumentCarriedGiveTheSame() throws Exception {
    CsvEncoder encoder = new CsvEncoder(head(Value.ABSENT));
    StringBuilder csv = new StringBuilder(encoder.head());
    signal().forEach(block -> csv.append(encoder.block(block)));
    byte[] text = csv.toString().getBytes(StandardCharsets.UTF_8);

    assertThat(
            weigh(
                new byte[0], "--in", recording.toString(), "--site", site.toString(), "--out", "-"))
        .isZero();
    String fromBinary = out.toString(StandardCharsets.UTF_8);
    out.reset();
    assertThat(weigh(text, "--in", "-", "--site", site.toString(), "--out", "-")).isZero();
    Value.Fields fromCsv = onlyLine(out.toString(StandardCharsets.UTF_8));
    assertThat(real(fromCsv.get("grossN")))
        .isCloseTo(real(onlyLine(fromBinary).get("grossN")), within(1.0));
    out.reset();
    assertThat(weigh(binary(Json.read(document()).root()), "--in", "-", "--out", "-")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(fromBinary);
  }

  @Test
  void withoutPackAndSchemeThereIsNeitherClassNorDecision() throws Exception {
    weigh(
        new byte[0],
        "--in",
        recording.toString(),
        "--site",
        site.toString(),
        "--out",
        "-",
        "--pack",
        "none",
        "--classes",
        "none");
    Value.Fields line = onlyLine(out.toString(StandardCharsets.UTF_8));
    assertThat(line.get("class")).isEqualTo(Value.ABSENT);
    assertThat(line.get("decision")).isEqualTo(Value.ABSENT);
  }

  @Test
  void damageIsToldByPlaceAndByTheExitStatus() throws Exception {
    byte[] bytes = Files.readAllBytes(recording);
    bytes[bytes.length - 5_000] ^= 1;
    assertThat(weigh(bytes, "--in", "-", "--site", site.toString(), "--out", "-")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("wayside weigh: -: ")
        .contains("byte");
  }

  @Test
  void wrongUseAndUnusableInputAreOneLineThatNamesIt() throws Exception {
    refused("--in is missing", "--site", site.toString(), "--out", "-");
    refused("there is no option \"--speed\"", "--speed", "3");
    refused("nowhere.wsr: there is no such file", "--in", "nowhere.wsr", "--out", "-");
    refused(
        "carries no instrument document; give one with --site",
        "--in",
        recording.toString(),
        "--out",
        "-");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), document().replace("atM", "at"));
    refused(
        "wrong.json: line 1, column",
        "--in",
        recording.toString(),
        "--site",
        wrong.toString(),
        "--out",
        "-");
    Path other =
        Files.writeString(
            folder.resolve("other.json"),
            document().replace("\"channel\": \"q4\"", "\"channel\": \"q9\""));
    refused("\"q9\"", "--in", recording.toString(), "--site", other.toString(), "--out", "-");
    refused("no recording", "--in", site.toString(), "--site", site.toString(), "--out", "-");
    refused(
        "--pack",
        "--in",
        recording.toString(),
        "--site",
        site.toString(),
        "--out",
        "-",
        "--pack",
        "atlantis");
    refused(
        "--on",
        "--in",
        recording.toString(),
        "--site",
        site.toString(),
        "--out",
        "-",
        "--on",
        "tomorrow");
  }

  private void refused(String words, String... arguments) {
    err.reset();
    out.reset();
    assertThat(weigh(new byte[0], arguments)).as(words).isEqualTo(2);
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(text.lines()).as(text).hasSize(1);
    assertThat(text).startsWith("wayside weigh: ").contains(words);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anUnusableInputLeavesTheOutputFileAsItWas() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious.jsonl"), "keep me");
    weigh(new byte[0], "--in", recording.toString(), "--out", precious.toString());
    assertThat(Files.readString(precious)).isEqualTo("keep me");
  }
}
