// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.systemtests.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

  private static final String SIGNATURE = "// SPDX-License-Identifier: Apache-2.0\n";

  private final SourceRules ours = new SourceRules(House.ofTheBuild());
  @TempDir private Path broken;
  private SourceRules theirs;
  private Path sources;

  @BeforeEach
  void aHouseWithAFault() throws IOException {
    theirs = new SourceRules(new House(broken));
    sources = Files.createDirectories(broken.resolve("src/main/java"));
  }

  @Test
  void noFileOfOursIsLongerThanFiveHundredLines() {
    assertThat(ours.tooLong()).isEmpty();
  }

  @Test
  void aFileOfFiveHundredAndOneLinesIsTooLong() throws IOException {
    Files.writeString(sources.resolve("Long.java"), SIGNATURE + "\n".repeat(500));
    Files.writeString(sources.resolve("Enough.java"), SIGNATURE + "\n".repeat(499));

    assertThat(theirs.tooLong()).singleElement().asString().contains("Long.java", "501");
  }

  @Test
  void everySourceAndScriptOfOursNamesItsLicence() {
    assertThat(ours.unsigned()).isEmpty();
  }

  @Test
  void aSourceScriptOrYamlFileWithoutItsLicenceIsSeen() throws IOException {
    Files.writeString(sources.resolve("A.java"), "class A {}\n");
    Files.writeString(sources.resolve("b.yaml"), "b: 1\n");
    Files.writeString(sources.resolve("c.sh"), "true\n");
    Files.writeString(sources.resolve("d"), "#!/usr/bin/env bash\ntrue\n");
    Files.writeString(sources.resolve("e.txt"), "text\n");
    Files.writeString(sources.resolve("F.java"), SIGNATURE);

    assertThat(theirs.unsigned()).hasSize(4).noneMatch(line -> line.contains("F.java"));
  }

  @Test
  void nothingOfOursIsMarkedAsUnfinished() {
    assertThat(ours.unfinished()).isEmpty();
  }

  @Test
  void marksOfUnfinishedWorkAreSeen() throws IOException {
    Files.writeString(sources.resolve("A.java"), "// TO" + "DO later\n");
    Files.writeString(sources.resolve("B.java"), "/** @auth" + "or somebody */\n");
    Files.writeString(sources.resolve("C.java"), "// mastodont\n");

    assertThat(theirs.unfinished()).hasSize(2);
  }

  @Test
  void ourNamesSayWhatAThingIs() {
    assertThat(ours.vaguelyNamed()).isEmpty();
  }

  @Test
  void namesThatSayNothingAreSeen() throws IOException {
    for (String name :
        List.of("LaneManager", "StringUtils", "JournalImpl", "Implement", "Simple")) {
      Files.writeString(sources.resolve(name + ".java"), SIGNATURE);
    }

    assertThat(theirs.vaguelyNamed()).hasSize(3);
  }

  @Test
  void ourFilesAreShort() {
    List<Integer> main = ours.mainSizes();
    Figures.note(
        "lines per main file: median %d, nine in ten within %d, most %d; test lines per main line %.2f",
        SourceRules.quantile(main, 0.5),
        SourceRules.quantile(main, 0.9),
        main.get(main.size() - 1),
        (double) sum(ours.testSizes()) / sum(main));

    assertThat(ours.unevenlySpread()).isEmpty();
  }

  @Test
  void filesThatAreLongOnTheWholeAreSeen() throws IOException {
    for (int i = 0; i < 10; i++) {
      Files.writeString(sources.resolve("A" + i + ".java"), SIGNATURE + "\n".repeat(95));
    }

    assertThat(theirs.unevenlySpread()).singleElement().asString().contains("median 96");
  }

  private static int sum(List<Integer> sizes) {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }
}
