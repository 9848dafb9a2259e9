// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.plate.PlateText.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateFormsTest {

  private static final String DOCUMENT = text();
  private static final PlateForms VN = forms(DOCUMENT);

  private static String text() {
    try {
      return Files.readString(Path.of("../../config/plates/vn.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static PlateForms forms(String json) {
    try {
      return PlateForms.from(Node.read("vn.json", json));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }

  private static String formsOf(String text) {
    return VN.read(text).readings().stream()
        .map(Reading::form)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "51F-123.45, car",
    "51F-1234, car",
    "29-AA 123.45, motorcycle",
    "29-B1 123.45, motorcycle",
    "51F1 2345, motorcycle",
    "51F1-234.56, motorcycle",
    "TC-33-86, military",
    "80-636-NG-70, diplomatic",
    "T51-123.45, temporary",
    "51R-012.34, special",
    "29LD-123.45, motorcycle special",
  })
  void aPlateAsItIsWrittenHasItsForm(String plate, String forms) {
    assertThat(formsOf(plate)).isEqualTo(forms);
  }

  /** Without the separator a text may be two plates, and both are kept. */
  @ParameterizedTest
  @CsvSource({
    "51F12345, car motorcycle",
    "51LD12345, motorcycle special",
    "80NG63670, diplomatic motorcycle"
  })
  void aTextThatMayBeTwoFormsKeepsBoth(String plate, String forms) {
    assertThat(formsOf(plate)).isEqualTo(forms);
    assertThat(VN.read(plate).form()).isEmpty();
    assertThat(VN.read(plate).plates()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"XX-XX.XX", "ABC", "123456789", "51F-12", "''", "…"})
  void whatIsNoPlateIsNone(String text) {
    PlateText read = VN.read(text);

    assertThat(read.fits()).isFalse();
    assertThat(read.said()).isEqualTo(text);
  }

  /** Only where the form asks for a letter or a digit, and never silently. */
  @ParameterizedTest
  @CsvSource({
    "5IF-123.45, 51F12345, 1",
    "51F-I23.4S, 51F12345, 2",
    "5JA3883, 51A3883, 1",
    "S1F-12B.45, 51F12845, 2",
    "51F-123.45, 51F12345, 0"
  })
  void misreadCharactersAreFoundByTheirPlaceAndCounted(String said, String plate, int changes) {
    PlateText read = VN.read(said);

    assertThat(read.said()).isEqualTo(said);
    assertThat(read.plates()).contains(plate);
    assertThat(read.readings()).allMatch(reading -> reading.changes() == changes);
  }

  @Test
  void aLetterThatMayBeTwoIsKeptAsBoth() {
    assertThat(VN.read("510-123.45").plates()).containsExactly("51D12345");
    assertThat(VN.read("5181-234.56").plates()).containsExactly("51B123456");
    assertThat(VN.read("51F-QQQ.QQ").fits()).isFalse(); // more than three would be guessing
  }

  @Test
  void everyPlateOfAFormIsReadAsItselfHoweverItIsSeparated() {
    Random random = new Random(4);
    String letters = "ABCDEFGHKLMNPSTUVXYZ";
    for (int round = 0; round < 1_000; round++) {
      String head = "%02d%c".formatted(random.nextInt(100), letters.charAt(random.nextInt(20)));
      String number = "%05d".formatted(random.nextInt(100_000));
      String dotted = number.substring(0, 3) + "." + number.substring(3);
      for (String written :
          List.of(head + number, head + "-" + dotted, head + "\n" + dotted, head + " " + number)) {
        assertThat(VN.read(written).plates()).containsExactly(head + number);
      }
      assertThat(VN.read(head + "-" + dotted).form()).contains("car");
    }
  }

  @Test
  void whateverIsSaidIsReadInBoundedWork() {
    Random random = new Random(9);
    String signs = "0123456789ODQIJZSBĐ-. \nÜß";
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      PlateText read = VN.read(text.toString());

      assertThat(read.readings()).hasSizeLessThanOrEqualTo(32);
      assertThat(read.plates().isEmpty()).isEqualTo(read.plain().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ABCDEFGHKLMNPSTUVXYZ, abc",
    "0O, 0O1",
    "military, car",
    "T[0-9]{2}, (T",
    "T[0-9]{2}, T.*",
    "secondary, rumour"
  })
  void aDocumentThatCannotBeMeantIsRefused(String right, String wrong) {
    String spoilt = DOCUMENT.replace("\"" + right, "\"" + wrong);

    assertThat(spoilt).isNotEqualTo(DOCUMENT);
    assertThatThrownBy(() -> PlateForms.from(Node.read("vn.json", spoilt)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("vn.json");
  }

  @Test
  void oneKeyGivesOneHashForAPlateHoweverItIsWritten() {
    PlateKey key =
        new PlateKey("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(key.hidden("51f 123.45")).isEqualTo(key.hidden("51F-12345"));
    assertThat(key.hidden("51F12346")).isNotEqualTo(key.hidden("51F12345"));
    assertThat(key.shown("51F12345").text()).contains("51F12345");
  }
}
