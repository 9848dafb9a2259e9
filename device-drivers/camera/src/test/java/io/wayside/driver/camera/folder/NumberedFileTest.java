// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedFileTest {

  @ParameterizedTest
  @CsvSource({
    "000123.jpg,123",
    "frame-7.JPEG,7",
    "cam2_00010.png,10",
    "1.PNG,1",
    "shot 12 (copy).jpg,12",
    "20260102-101500-999.jpg,999",
    "99999999999999999999999.jpg,99999999999999999999999"
  })
  void isOrderedByTheLastNumberInItsName(String name, java.math.BigInteger number) {
    assertThat(NumberedFile.of(name)).map(NumberedFile::number).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"readme.txt", "frame.jpg", "7.gif", "8", ".jpg", "7.jpg.part", ""})
  void isNoneWithoutNumberOrKind(String name) {
    assertThat(NumberedFile.of(name)).isEmpty();
  }

  @Test
  void tenComesAfterNine() {
    List<String> names =
        Stream.of("f10.jpg", "f9.jpg", "f1.jpg", "f010.jpg")
            .map(NumberedFile::of)
            .flatMap(Optional::stream)
            .sorted()
            .map(NumberedFile::name)
            .toList();

    assertThat(names).containsExactly("f1.jpg", "f9.jpg", "f010.jpg", "f10.jpg");
  }
}
