// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Evidence.Certainty;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.Bench;
import io.wayside.driver.lantern.map.OrderBook.Own;
import io.wayside.driver.lantern.map.Step.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanternMapTest {

  private static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();
  private static final Own SET_UP = new Own(Optional.of("Q"), Optional.of(0.8));

  static Stream<Path> shipped() throws IOException {
    try (var files = Files.list(Bench.CONFIG.resolve("lanterns"))) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("texts-"))
          .toList()
          .stream();
    }
  }

  private static int faults(String document) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Bench.CONFIG.resolve("schema/lantern-map.schema.json")))
        .validate(document, InputFormat.JSON)
        .size();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedMapIsAsItsSchemaSaysAndCanBeRead(Path file) throws IOException, GarbledData {
    String text = Files.readString(file);

    assertThat(faults(text)).isZero();
    assertThat(faults(text.replaceFirst("\"address\"", "\"adress\""))).isPositive();
    LanternMap map = LanternMap.from(Node.read(file.toString(), text));
    assertThat(map.rows()).isNotEmpty();
    assertThat(map.example()).isEqualTo(file.getFileName().toString().startsWith("example-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"tells\": \"light\"` | `\"tells\": \"ligth\"` | must be one of supply-v",
        "`\"address\": 0, \"codes\"` | `\"address\": 65536, \"codes\"` | from 0 to 65535",
        "`\"form\": \"float32\"` | `\"form\": \"float64\"` | must be one of int16",
        "`\"form\": \"int16\"` | `\"form\": \"int16\", \"mask\": 3` | only uint16",
        "`\"0\": \"off\"` | `\"zero\": \"off\"` | named by the number",
        "`\"0\": \"off\"` | `\"0\": \"dark\"` | must be one of not-told, on, off, failed",
        "`\"1\": \"yes\"` | `\"1\": \"true\"` | must be one of yes, no",
        "`\"scale\": 0.01, \"notUsed\"` | `\"scael\": 0.01, \"notUsed\"` | is not known here",
        "`\"everyS\": 2,` | `\"everyS\": 0,` | from 0.1",
        "`\"automatic\": \\{ \"writes\": \\[ [^]]*\\]` | `\"automatic\": { \"writes\": []` | must have a cell",
        "`\"automatic\": \\{ \"writes\"` | `\"automatix\": { \"writes\"` | is not known here",
        "`\"table\": \"coils\"` | `\"table\": \"discrete-inputs\"` | can only be read",
        "`\"timeUnitMs\": 100` | `\"timeUnitMs\": 300` | no whole number of its unit",
        "`\"source\": \"Example\", \"certainty\": \"from-knowledge\" \\},` | `\"certainty\": \"from-knowledge\" },` | needs a member \"source\"",
      })
  void aMistakeInAMapIsNamedWithItsPlace(String pattern, String instead, String words)
      throws IOException {
    String text = Files.readString(Bench.CONFIG.resolve("lanterns/example-lantern.json"));
    String spoilt = text.replaceFirst(pattern, instead);

    assertThat(spoilt).isNotEqualTo(text);
    assertThatThrownBy(() -> LanternMap.from(Node.read("my.json", spoilt)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("my.json")
        .hasMessageContaining(words);
  }

  @Test
  void aMapWithoutAutomaticOrWithoutRowsIsRefused() {
    assertThatThrownBy(
            () ->
                LanternMap.from(
                    Node.read(
                        "my.json",
                        "{\"title\":{\"vi\":\"a\",\"en\":\"a\"},\"everyS\":1,\"rows\":[]}")))
        .hasMessageContaining("must have a row");
    assertThatThrownBy(() -> Bench.map("example-lantern", "\"automatic\": \\{.*", ""))
        .hasRootCauseInstanceOf(GarbledData.class)
        .hasStackTraceContaining("needs a member \"automatic\"");
  }

  @Test
  void everySpoiltMapIsReadOrRefusedAsGarbled() throws IOException {
    String text = Files.readString(Bench.CONFIG.resolve("lanterns/example-lantern.json"));
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      StringBuilder spoilt = new StringBuilder(text);
      for (int k = 0; k < 1 + random.nextInt(4); k++) {
        int at = random.nextInt(spoilt.length());
        switch (random.nextInt(3)) {
          case 0 -> spoilt.deleteCharAt(at);
          case 1 -> spoilt.setCharAt(at, (char) (32 + random.nextInt(95)));
          default -> spoilt.insert(at, random.nextInt(100));
        }
      }
      try {
        var unused = LanternMap.from(Node.read("spoilt", spoilt.toString()));
      } catch (GarbledData told) {
        refused++;
        assertThat(told).hasMessageContaining("spoilt");
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void onlyTheStationsPageIsVerified() {
    assertThat(Bench.map("amec-aton").rows())
        .allMatch(row -> row.evidence().certainty() == Certainty.VERIFIED);
    assertThat(Bench.map("fts-370").rows())
        .noneMatch(row -> row.evidence().certainty() == Certainty.VERIFIED);
    assertThat(Bench.map("amec-aton").orders()).isEmpty();
  }

  @Test
  void theHeartbeatIsGivenAThirdOfItsTime() {
    Heartbeat beat = Bench.map("fts-370").orders().orElseThrow().heartbeat().orElseThrow();

    assertThat(beat.timeAddress()).isEqualTo(303);
    assertThat(beat.timeValue()).isEqualTo(300);
    assertThat(beat.keyAddress()).isEqualTo(304);
    assertThat(beat.key()).isEqualTo(0x55AA);
    assertThat(beat.everyNanos()).isEqualTo(10_000_000_000L);
  }

  @Test
  void anotherRhythmOrBrightnessIsKnownOnlyWhereTheOwnOneIs() {
    OrderBook book = Bench.map("example-lantern").orders().orElseThrow();

    assertThat(book.knows(Own.NONE))
        .containsExactlyInAnyOrder(
            LanternOrder.Automatic.class,
            LanternOrder.Shine.class,
            LanternOrder.Dark.class,
            LanternOrder.Reset.class);
    assertThat(book.knows(SET_UP))
        .contains(LanternOrder.Rhythm.class, LanternOrder.Intensity.class);
    assertThat(book.steps(new LanternOrder.Rhythm("Q"), Own.NONE)).isEmpty();
    assertThat(book.steps(new LanternOrder.Rhythm("VQ"), SET_UP)).isEmpty();
  }

  @Test
  void everyOrderSaysAllOfIt() {
    assertThat(writes(AUTOMATIC)).containsExactly(at(11, 3), at(12, 80), at(10, 0));
    assertThat(writes(new LanternOrder.Dark())).containsExactly(at(11, 3), at(12, 80), at(10, 2));
    assertThat(writes(new LanternOrder.Rhythm("Iso 4s")))
        .containsExactly(at(11, 4), at(12, 80), at(10, 0));
    assertThat(writes(new LanternOrder.Intensity(0.5)))
        .containsExactly(at(11, 3), at(12, 50), at(10, 0));
    assertThat(writes(new LanternOrder.Intensity(0)))
        .as("never dark by brightness")
        .contains(at(12, 10));
    assertThat(writes(new LanternOrder.Reset())).containsExactly(new Write(Table.COILS, 0, 1));
  }

  private static Write at(int address, int value) {
    return new Write(Table.HOLDING_REGISTERS, address, value);
  }

  private static List<Write> writes(LanternOrder order) {
    return Bench.map("example-lantern")
        .orders()
        .orElseThrow()
        .steps(order, SET_UP)
        .orElseThrow()
        .stream()
        .flatMap(step -> step.writes().stream())
        .toList();
  }
}
