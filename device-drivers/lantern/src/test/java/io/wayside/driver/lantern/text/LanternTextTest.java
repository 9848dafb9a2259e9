// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.driver.lantern.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanternTextTest {

  private String document;
  private LanternText texts;

  @BeforeEach
  void readVocabulary() throws IOException, GarbledData {
    document = Files.readString(Bench.CONFIG.resolve("lanterns/texts-sealite.json"));
    texts = new LanternText(Vocabulary.from(Node.read("texts-sealite", document)));
  }

  private Optional<AidReport> read(String text) {
    return texts.read(7, "lantern:buoy-7", text);
  }

  @Test
  void theVocabularyThatShipsIsAsItsSchemaSays() throws IOException {
    assertThat(faults(document)).isZero();
    assertThat(faults(document.replaceFirst("\"word\"", "\"name\": \"x\", \"word\""))).isPositive();
  }

  private static int faults(String text) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Bench.CONFIG.resolve("schema/lantern-texts.schema.json")))
        .validate(text, InputFormat.JSON)
        .size();
  }

  @Test
  void anAnswerTellsRhythmModeAndBrightness() {
    AidReport report =
        read("Lantern Config\r\nMode: Always On\r\nFlash Code: 37 (Fl 5s)\r\nIntensity = 75%")
            .orElseThrow();

    assertThat(report.aid()).isEqualTo("lantern:buoy-7");
    assertThat(report.monotonicNanos()).isEqualTo(7);
    assertThat(report.mode()).isEqualTo(LanternMode.FORCED_ON);
    assertThat(report.rhythm()).contains("37 (Fl 5s)");
    assertThat(report.quantities()).containsEntry(AidQuantity.INTENSITY, 0.75);
    assertThat(report.signs()).isEmpty();
    assertThat(report.tells()).isEmpty();
  }

  @Test
  void alarmsAreWordsOfTheirOwn() {
    assertThat(read("BATLO").orElseThrow().signs()).containsExactly(AidSign.BATTERY_LOW);
    assertThat(read("ALARM: offstation, batlo").orElseThrow())
        .satisfies(report -> assertThat(report.offPosition()).contains(true))
        .satisfies(report -> assertThat(report.signs()).containsExactly(AidSign.BATTERY_LOW));
    AidReport noGps = read("nogps").orElseThrow();
    assertThat(noGps.signs()).isEmpty();
    assertThat(noGps.tells()).as("it says that it has none").containsExactly(AidSign.POSITIONED);
    assertThat(read("batlow")).isEmpty();
    assertThat(read("xbatlo")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "mode", "mode:", "mode: disco", "Intensity: bright", "modem: x"})
  void whatIsNotUnderstoodIsNoReport(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void anyTextIsReadOrNot() {
    Random random = new Random(13);
    String[] words = {"batlo", "mode", ":", " ", "\n", "intensity", "=", "-", "9", ".", "ß", "\0"};
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(words[random.nextInt(words.length)]);
      }
      Optional<AidReport> report = read(text.toString());
      read += report.isPresent() ? 1 : 0;
      report.ifPresent(each -> assertThat(each.quantities().values()).allMatch(Double::isFinite));
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"tells\": \"battery-low\"` | `\"tells\": \"supply-v\"` | cannot be told so",
        "`\"tells\": \"rhythm\"` | `\"tells\": \"hot\"` | cannot be told so",
        "`\"standby\": \"forced-off\"` | `\"standby\": \"off\"` | must be one of",
        "`get mode` | `đèn` | cannot be sent",
        "`\"word\": \"batlo\"` | `\"word\": \"batlo\", \"name\": \"x\"` | stands alone",
      })
  void aMistakeInAVocabularyIsNamed(String pattern, String instead, String words) {
    String spoilt = document.replaceFirst(pattern, instead);

    assertThat(spoilt).isNotEqualTo(document);
    assertThatThrownBy(() -> Vocabulary.from(Node.read("my.json", spoilt)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("my.json")
        .hasMessageContaining(words);
  }
}
