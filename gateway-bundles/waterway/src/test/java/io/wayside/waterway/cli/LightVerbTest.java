// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LightVerbTest {

  private static final String TABLE = Path.of("../../config/lights/vn.json").toString();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String in, String... arguments) {
    out.reset();
    err.reset();
    return LightVerb.run(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static String samples(String character, int seconds, int everyMs, double noise)
      throws LightSyntax {
    Rhythm rhythm = LightCharacter.parse(character).rhythm();
    Random random = new Random(2);
    StringBuilder csv = new StringBuilder("ms,level\n");
    for (int ms = 0; ms < seconds * 1000; ms += everyMs) {
      double level = (rhythm.at(ms + 123).lit() ? 0.31 : 0.02) + noise * random.nextGaussian();
      csv.append(String.format(Locale.ROOT, "%d,%.4f\n", ms, level));
    }
    return csv.toString();
  }

  @Test
  void aCharacterIsLaidOutAsATableAndABar() {
    assertThat(run("", "Fl(2+1)R 10s")).isZero();
    assertThat(told())
        .isEqualTo(
            """
            Fl(2+1) R 10s
            period 10.00 s, lit 1.50 s
             from ms   for ms
                   0      500  lit red
                 500     1000  dark
                1500      500  lit red
                2000     2000  dark
                4000      500  lit red
                4500     5500  dark
            |RRR....RRR..........RRR...........................| one sign is 200 ms
            """);
  }

  @Test
  void aProgramGetsJson() throws GarbledData {
    assertThat(run("", "Oc(2) 13s", "--json")).isZero();
    Node node = Node.of("out", Json.read(told()).root());

    assertThat(node.member("character").text()).isEqualTo("Oc(2) 13s");
    assertThat(node.member("periodMs").whole(0, 99_999)).isEqualTo(13_000);
    assertThat(node.member("phases").elements()).hasSize(4);
    assertThat(node.member("phases").elements().get(0).member("lit").truth()).isFalse();
    assertThat(node.member("phases").elements().get(3).member("ms").whole(0, 99_999))
        .isEqualTo(10_000);
  }

  @Test
  void anErrorIsPointedAt() {
    assertThat(run("", "Fl(2+1R 10s")).isEqualTo(2);
    assertThat(complained().lines().toList())
        .containsExactly(
            "Fl(2+1R 10s",
            "      ^",
            "wayside light: column 6: \"R\" stands within a group; close it with a bracket, as in"
                + " Fl(2+1)");
    assertThat(told()).isEmpty();
  }

  @Test
  void aListOfTheLanternIsCheckedAgainstItsCharacter() {
    assertThat(run("", "Fl(2) 6s", "--list", "0.3 0.8 0.3 4.6")).isZero();
    assertThat(told()).contains("lit 0.60 s");
    assertThat(run("", "Fl(2) 6s", "--list", "0.3 0.8 0,3")).isEqualTo(2);
    assertThat(complained()).contains("0.3 0.8 0,3\n").contains("\"0\" is no length");
  }

  @Test
  void whatIsUsedWronglyIsToldWithItsRemedy() {
    refused("a character is missing");
    refused("there is no option \"--jsno\"", "Fl 3s", "--jsno");
    refused("--observe wants a value", "--observe");
    refused("in quotes: \"Fl 3s\"", "Fl", "3s");
    refused("one of them", "Fl 3s", "--table");
    refused("the period is not given", "Fl R");
    refused("there is no \"nowhere\"", "--table", "nowhere");
    refused("/no/table.json", "--table", "/no/table.json");
    refused("cannot be read", "--observe", "/no/file.csv", "--characters", "Fl 3s");
    refused("no samples", "--observe", "-", "--characters", "Fl 3s");
    refused("column 0", "--observe", "-", "--characters", "Blink");
    assertThat(run("0,1\n0,2\n", "--observe", "-", "--characters", "Fl 3s")).isEqualTo(2);
    assertThat(complained()).contains("line 2: time goes back");
    assertThat(run("ms,level\n0;1\n", "--observe", "-", "--characters", "Fl 3s")).isEqualTo(2);
    assertThat(complained()).contains("line 2").contains("write 120,0.35");
  }

  private void refused(String words, String... arguments) {
    assertThat(run("", arguments)).isEqualTo(2);
    assertThat(complained()).startsWith("wayside light: ").contains(words);
  }

  @Test
  void aRecordedLightIsNamed(@TempDir Path folder) throws IOException, LightSyntax {
    Path file = folder.resolve("lamp.csv");
    Files.writeString(file, samples("Fl(2) R 6s", 60, 10, 0.01));

    int status =
        run("", "--observe", file.toString(), "--characters", "Fl R 3s; Fl(2) R 6s; Fl R 6s; Q");
    assertThat(status).isZero();
    assertThat(told().lines().toList().get(1)).startsWith("shows Fl(2) 6");
    assertThat(told().lines().filter(line -> line.contains("matches")))
        .singleElement()
        .asString()
        .contains("Fl(2) R 6s");
  }

  @Test
  void theTableIsAskedAndAPeriodThatNobodyKnowsMatchesAny() throws LightSyntax, GarbledData {
    assertThat(run(samples("Iso Y 5s", 60, 50, 0), "--observe", "-", "--table", TABLE)).isZero();
    assertThat(told().lines().filter(line -> line.contains("matches")))
        .hasSize(3)
        .anyMatch(line -> line.contains("Iso Y 5s"))
        .anyMatch(line -> line.contains("Iso R"));

    assertThat(run(samples("Fl(5) Y 20s", 90, 50, 0), "--observe", "-", "--table", TABLE, "--json"))
        .as("none of the table")
        .isEqualTo(1);
    Node answer = Node.of("out", Json.read(told()).root());
    assertThat(answer.member("matched").truth()).isFalse();
    assertThat(answer.member("shows").text()).startsWith("Fl(5)");
    assertThat(answer.member("candidates").elements()).hasSizeGreaterThan(10);
  }

  @Test
  void theTableIsListedWithItsGaps() throws GarbledData {
    assertThat(run("", "--table", TABLE)).isZero();
    assertThat(told()).contains("A7.1", "Oc Y 4s", "Chập tiêu", "secondary: ", "Not in the table");
    assertThat(run("", "--table", TABLE, "--json")).isZero();
    assertThat(Node.of("out", Json.read(told()).root()).member("rows").elements()).hasSize(12);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("", "--help")).isZero();
    assertThat(told()).contains("--list", "--observe", "--characters", "--table", "--json");
  }

  @Test
  void noFileBringsAnythingButAnAnswer() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder csv = new StringBuilder();
      for (int j = random.nextInt(60); j >= 0; j--) {
        csv.append("0123456789,.-eN\n\n\n".charAt(random.nextInt(18)));
      }
      assertThat(run(csv.toString(), "--observe", "-", "--characters", "Fl 3s; F")).isBetween(0, 2);
    }
  }
}
