// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.cli.Verb.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader of the verbs on inputs that are damaged: one line and status 2, or a result. */
class MangledInputTest {

  private static final String LTPP = Path.of("../../config/classes/ltpp-13.json").toString();
  private static final String AXLES =
      """
      id,spacings_m,axle_kg
      a,2.7,700;600
      b,3.6;1.3;9.0;1.3,6000;7000;7000;7000;7000
      "c",3.6;1.3,
      """;
  private static final String EVENTS =
      """
      {"t":10.0,"line":"main","direction":"left","class":"light","speedMps":12,"flags":[]}
      {"t":14.2,"line":"side","direction":"right","class":"heavy","flags":["queue"]}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Streams streams(byte[] in) {
    out.reset();
    err.reset();
    return new Streams(
        new ByteArrayInputStream(in),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private int classify(byte[] in) {
    return Classify.run(streams(in), "--scheme", LTPP, "--in", "-");
  }

  private int counts(byte[] in) {
    return CountsVerb.run(streams(in), "--in", "-", "--interval", "day", "--pcu", "none");
  }

  private void judge(int status, byte[] in) {
    assertThat(status).as("%s", Arrays.toString(in)).isIn(0, 2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(status == 0 ? 0 : 1);
    assertThat(out.size() == 0).isEqualTo(status == 2);
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int n = 0; n < 1 + random.nextInt(3); n++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) ",;\n\"{}[]:.-e0".charAt(random.nextInt(13));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  @Test
  void axlesCutOffAtEveryByteAreReadOrRefused() {
    byte[] good = AXLES.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      judge(classify(cut), cut);
    }
    assertThat(classify(good)).isZero();
  }

  @Test
  void eventsCutOffAtEveryByteAreReadOrRefused() {
    byte[] good = EVENTS.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length <= good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      judge(counts(cut), cut);
    }
    assertThat(counts(good)).isZero();
  }

  @Test
  void mutatedInputsAreReadOrRefused() {
    Random random = new Random(1);
    byte[] axles = AXLES.getBytes(StandardCharsets.UTF_8);
    byte[] events = EVENTS.getBytes(StandardCharsets.UTF_8);
    int good = 0;
    for (int i = 0; i < 900; i++) {
      byte[] in = mutated(random.nextBoolean() ? axles : events, random);
      int status = in[0] == '{' ? counts(in) : classify(in);
      judge(status, in);
      good += status == 0 ? 1 : 0;
    }
    assertThat(good).as("both happen").isBetween(30, 870);
  }

  @Test
  void bytesThatAreNoTextAreToldSo() {
    byte[] notText = {'i', 'd', (byte) 0xC3, (byte) 0x28};
    assertThat(classify(notText)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("UTF-8");
    assertThat(counts(notText)).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeading() {
    byte[] marked = ("\uFEFF" + AXLES).getBytes(StandardCharsets.UTF_8);

    assertThat(classify(marked)).isZero();
  }

  @Test
  void aMutatedSchemeIsReadOrRefusedInOneLineThatNamesTheFile(@TempDir Path folder)
      throws IOException {
    Random random = new Random(2);
    byte[] good = Files.readAllBytes(Path.of(LTPP));
    Path file = folder.resolve("own.json");
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      Files.write(file, mutated(good, random));
      byte[] in = AXLES.getBytes(StandardCharsets.UTF_8);
      int status = Classify.run(streams(in), "--scheme", file.toString(), "--in", "-");
      judge(status, in);
      if (status == 2) {
        refused++;
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("own.json");
      }
    }
    assertThat(refused).isBetween(15, 148);
  }

  @Test
  void figuresOutOfAllBoundsAreRefused() {
    for (String t : new String[] {"-1", "1e300", "1e8", "null", "\"3\"", "[]", "{}"}) {
      byte[] in = EVENTS.replace("10.0", t).getBytes(StandardCharsets.UTF_8);
      assertThat(counts(in)).as(t).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 1");
    }
    assertThat(counts(EVENTS.replace(":12,", ":-4,").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(2);
    assertThat(classify("id,spacings_m,axle_kg\na,NaN,\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(2);
    assertThat(classify("id,spacings_m,axle_kg\na,1e999,\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(2);
  }

  @Test
  void moreLinesThanAnyPlaceHasAreRefusedAndNotKept() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      many.append(EVENTS.lines().findFirst().orElseThrow().replace("main", "line-" + i));
      many.append('\n');
    }

    assertThat(counts(many.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("more than 1000 lines");
  }
}
