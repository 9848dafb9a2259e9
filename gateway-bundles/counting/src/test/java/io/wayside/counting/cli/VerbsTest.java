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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerbsTest {

  private static final String LTPP = Path.of("../../config/classes/ltpp-13.json").toString();
  private static final String SIZES = Path.of("../../config/pcu/camera-size.json").toString();
  private static final String AXLES =
      """
      id,spacings_m,axle_kg
      a,2.7,700;600
      b,3.6;1.3;9.0;1.3,6000;7000;7000;7000;7000
      c,3.6;1.3;9.0;1.3,
      d,0.1,
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Streams streams(String in) {
    return new Streams(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private List<String> told() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void refused(int status, String... words) {
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(status).isEqualTo(2);
    assertThat(text.lines()).hasSize(1);
    assertThat(text).contains(words);
    err.reset();
  }

  @Test
  void classesAreAddedToEveryLineAsItStood() {
    int status = Classify.run(streams(AXLES), "--scheme", LTPP, "--in", "-");
    assertThat(status).isZero();
    assertThat(told())
        .containsExactly(
            "id,spacings_m,axle_kg,class,rule,confidence",
            "a,2.7,700;600,2,2-axles-class-2-car,1.00",
            "b,3.6;1.3;9.0;1.3,6000;7000;7000;7000;7000,9,5-axles-class-9-3s2,1.00",
            "c,3.6;1.3;9.0;1.3,,9,5-axles-class-9-3s2?,0.80",
            "d,0.1,,,,0.00");
  }

  @Test
  void filesAreReadAndWritten(@TempDir Path folder) throws IOException {
    Path in = Files.writeString(folder.resolve("axles.csv"), AXLES);
    Path result = folder.resolve("out.csv");
    int status =
        Classify.run(
            streams(""), "--scheme", LTPP, "--in", in.toString(), "--out", result.toString());
    assertThat(status).isZero();
    assertThat(Files.readAllLines(result)).hasSize(5);
    assertThat(told()).isEmpty();
  }

  @Test
  void wrongUseIsOneLineThatNamesItAndStatus2() {
    refused(Classify.run(streams(""), "--shceme", LTPP), "--shceme");
    refused(Classify.run(streams(""), "--scheme", "nobody", "--in", "-"), "nobody");
    refused(Classify.run(streams(""), "--scheme"), "--scheme", "value");
    refused(Classify.run(streams(""), "--in", "-"), "--scheme", "missing");
    refused(Classify.run(streams(""), "--scheme", LTPP, "--in", "/no/file.csv"), "/no/file.csv");
    refused(classify("id,spacings,axle_kg\n"), "line 1", "\"spacings\"");
    refused(classify("id,spacings_m\n"), "line 1", "\"axle_kg\"", "missing");
    refused(classify("id,spacings_m,axle_kg\na,x,\n"), "line 2", "spacings_m", "\"x\"");
    refused(classify("id,spacings_m,axle_kg\na,3,1;2;3\n"), "line 2", "axle_kg", "3 loads");
    refused(classify("id,spacings_m,axle_kg\na,-3,\n"), "line 2", "above zero");
    refused(classify(""), "heading");
    refused(counts("", "--interval", "7m"), "7m", "15m");
    refused(counts("{", "--interval", "1m"), "line 1");
    refused(counts("{\"t\":1}", "--interval", "1m"), "class");
    refused(counts("", "--interval", "1m", "--terrain", "steep"), "steep", "hilly");
    refused(
        CountsVerb.run(streams(""), "--in", "-", "--interval", "1m", "--pcu", "no.json"),
        "no.json");
  }

  private int classify(String in) {
    return Classify.run(streams(in), "--scheme", LTPP, "--in", "-");
  }

  private int counts(String in, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--in", "-", "--pcu", SIZES));
    arguments.addAll(List.of(more));
    return CountsVerb.run(streams(in), arguments.toArray(String[]::new));
  }

  private static String path(String scheme) {
    return Path.of("../../config/classes/" + scheme + ".json").toString();
  }

  /** Classes of a table's rows by a scheme, without the heading. */
  private List<String> classes(String scheme, String... rows) throws Wrong {
    out.reset();
    String in = "id,spacings_m,axle_kg,length_m\n" + String.join("\n", rows) + "\n";
    int status = Classify.run(streams(in), "--scheme", path(scheme), "--in", "-");
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    List<String> classes = new ArrayList<>();
    for (String line : told().subList(1, told().size())) {
      classes.add(CsvCells.of(line).get(4));
    }
    return classes;
  }

  /** By its wheelbase alone the pickup is a lorry, and the lorry a car. */
  @Test
  void weightsThatAreThereAreNotPassedOverByTheSchemeForAxlesAlone() throws Wrong {
    String[] rows = {"pickup,4.6,900;1100,", "lorry,3.0,2500;4000,", "2S1,4;9,5e3;8e3;7e3,"};
    assertThat(classes("fhwa-13", rows)).containsExactly("3", "5", "8");
    assertThat(told().get(1)).contains("ltpp-13/2-axles-class-3");
    String[] bare = {"pickup,4.6,,", "lorry,3.0,,", "2S1,4;9,,", "odd,7.2,500;700,"};
    assertThat(classes("fhwa-13", bare)).containsExactly("5", "2", "8", "4");
  }

  /** Bins of length ask for a length, lists of body shapes for more than any row has. */
  @Test
  void noClassIsNamedWhereMoreThanTwoAreLeft() throws Wrong {
    String[] rows = {"a,2.7,700;600,", "b,3.6;1.3;9.0;1.3,,", "c,1.3,120;130,"};
    for (String scheme : List.of("length-4", "light-heavy", "swiss10", "tls-8-1")) {
      assertThat(classes(scheme, rows)).as(scheme).containsOnly("");
    }
    assertThat(told().get(1)).contains("tls-7?;tls-10?").endsWith(",0.00");
    assertThat(classes("tcvn-14182", rows)).containsExactly("", "", "18");
  }

  @Test
  void aLengthIsOfUseToSchemesThatAskForIt() throws Wrong {
    String[] rows = {"a,,,1.8", "b,,,4.2", "c,5.2,,9.0", "d,3.6;1.3;9.0;1.3,,16.5"};
    assertThat(classes("length-4", rows)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void cellsInQuotesAndFurtherColumnsStayAsTheyAre() throws Wrong {
    String in =
        "plate,id,\"spacings_m\",axle_kg\r\n"
            + "# measured on a Tuesday\r\n"
            + "\"29-A, \"\"old\"\"\",#7,2.7,\"700;600\"\r\n"
            + "#,8,2.7,\r\n";
    assertThat(classify(in)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(told())
        .containsExactly(
            "plate,id,\"spacings_m\",axle_kg,class,rule,confidence",
            "\"29-A, \"\"old\"\"\",#7,2.7,\"700;600\",2,2-axles-class-2-car,1.00",
            "#,8,2.7,,2,2-axles-class-2-car?,0.50");
    refused(classify("id,spacings_m,axle_kg\na,2,7,\n"), "line 2", "4 cells", "point");
    refused(classify("id;spacings_m;axle_kg\n"), "line 1", "comma");
    refused(classify("id,spacings_m,axle_kg\n\"a,2.7,\n"), "line 2", "not closed");
    refused(classify("id,spacings_m,axle_kg\n\"a\"b,2.7,\n"), "line 2", "behind the quotes");
    refused(classify("id,spacings_m,axle_kg,class\n"), "line 1", "\"class\"", "rename");
    refused(classify("id,spacings_m,axle_kg,length_m\na,2.7,,4;5\n"), "line 2", "one length");
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(Classify.run(streams(""), "--help")).isZero();
    assertThat(CountsVerb.run(streams(""), "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--scheme", "--interval", "--until");
  }

  @Test
  void crossingsAreCountedByIntervalLineClassAndDirection() {
    String events =
        crossing(10, "main", "left", "light", 12, "")
            + crossing(70, "main", "left", "two-wheeler", 8, "")
            + crossing(50, "main", "right", "light", 10, "\"queue\"")
            + crossing(20, "side", "left", "heavy", 5, "");
    int status =
        CountsVerb.run(
            streams(events), "--in", "-", "--interval", "1m", "--until", "90", "--pcu", SIZES);
    assertThat(status).isZero();
    assertThat(told())
        .containsExactly(
            "from_s,to_s,line,observed_s,completeness,vehicles,doubtful,mean_mps,p85_mps,"
                + "mean_headway_s,p15_headway_s,pcu,without_pcu,"
                + "heavy left,light left,light right,two-wheeler left",
            "0,60,main,60.000,1.0000,2,1,11.00,12.00,40.00,40.00,2.00,0,0,1,1,0",
            "60,120,main,30.000,0.5000,1,0,8.00,8.00,20.00,20.00,0.30,0,0,0,0,1",
            "0,60,side,60.000,1.0000,1,0,5.00,5.00,,,2.50,0,1,0,0,0",
            "60,120,side,30.000,0.5000,0,0,,,,,0.00,0,0,0,0,0");
  }

  private static String crossing(
      int t, String line, String direction, String name, int mps, String flags) {
    return "{\"frame\":%d,\"t\":%d.0,\"line\":\"%s\",\"direction\":\"%s\",\"class\":\"%s\",\"speedMps\":%d,\"confidence\":0.9,\"flags\":[%s]}\n"
        .formatted(t * 25, t, line, direction, name, mps, flags);
  }

  @Test
  void anyTextIsReadOrRefusedInOneLine() {
    Random random = new Random(11);
    for (int run = 0; run < 2000; run++) {
      char[] text = AXLES.toCharArray();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        text[random.nextInt(text.length)] = (char) (random.nextInt(96) + 32);
      }
      int status = classify(new String(text));
      assertThat(status).isIn(0, 2);
      assertThat(err.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(status / 2);
      err.reset();
      out.reset();
    }
  }
}
