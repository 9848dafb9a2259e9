// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.driver.nmea.ais.Written;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits against a text of zeros and ones, which is slow and plain. */
class BitsTest {

  private final Random random = new Random(6);

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(random.nextBoolean() ? '1' : '0');
    }
    return text.toString();
  }

  private static Bits bits(String zerosAndOnes) throws NotArmour {
    Written written = new Written().raw(zerosAndOnes);
    String letters = written.letters();
    return Armour.bits(letters, 0, letters.length(), written.fill());
  }

  private static String part(String text, int at, int width) {
    return (text + "0".repeat(64)).substring(at, at + width);
  }

  @Test
  void numbersAndFlagsAreThoseOfTheTextAndZerosBeyondItsEnd() throws NotArmour {
    for (int round = 0; round < 300; round++) {
      String text = text(random.nextInt(430));
      Bits bits = bits(text);
      assertThat(bits.length()).isEqualTo(text.length());
      for (int i = 0; i < 20; i++) {
        int at = random.nextInt(text.length() + 1);
        int width = 1 + random.nextInt(31);
        String expected = part(text, at, width);
        assertThat(bits.unsigned(at, width)).isEqualTo(Integer.parseInt(expected, 2));
        assertThat(bits.signed(at, width))
            .isEqualTo(
                Integer.parseInt(expected, 2) - (expected.charAt(0) == '1' ? 1 << width : 0));
        assertThat(bits.flag(at)).isEqualTo(expected.charAt(0) == '1');
        assertThat(bits.flagIfThere(at).isPresent()).isEqualTo(at < text.length());
        assertThat(bits.has(at, width)).isEqualTo(at + width <= text.length());
      }
    }
  }

  @Test
  void aSliceIsThatPartOfTheText() throws NotArmour {
    for (int round = 0; round < 300; round++) {
      String text = text(random.nextInt(300));
      int from = random.nextInt(320);
      int to = from + random.nextInt(200);
      String expected =
          from >= text.length() ? "" : text.substring(from, Math.min(to, text.length()));
      assertThat(bits(text).slice(from, to)).isEqualTo(bits(expected));
    }
  }

  @Test
  void aClearedBitIsZeroAndTheOthersStay() throws NotArmour {
    String text = text(150);
    for (int at = 0; at < text.length(); at++) {
      assertThat(bits(text).cleared(at))
          .isEqualTo(bits(text.substring(0, at) + "0" + text.substring(at + 1)));
    }
  }

  @Test
  void equalBitsAreEqualWhateverTheyWereCutFrom() throws NotArmour {
    String text = text(100);
    assertThat(bits(text + "111").slice(0, 100))
        .isEqualTo(bits(text))
        .hasSameHashCodeAs(bits(text))
        .isNotEqualTo(bits(text + "0"));
  }

  @Test
  void lettersAreThoseOfTheBitsAndBack() throws NotArmour {
    for (int length = 0; length < 200; length++) {
      Written written = new Written().raw(text(length));
      Bits bits = bits(written.zerosAndOnes());
      assertThat(Armour.letters(bits)).isEqualTo(written.letters());
      assertThat(Armour.fill(bits)).isEqualTo(written.fill());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "_", "x", "/", " ", "\u00e9", "\u0100"})
  void otherLettersAreRefused(String letter) {
    assertThatThrownBy(() -> Armour.bits("00" + letter, 0, 3, 0))
        .isInstanceOf(NotArmour.class)
        .hasMessageContaining("letter 3");
  }

  @Test
  void moreBitsToLeaveOutThanThereAreAreRefused() {
    assertThatThrownBy(() -> Armour.bits("", 0, 0, 2)).isInstanceOf(NotArmour.class);
  }

  @Test
  void writtenBitsAreThoseOfTheText() throws NotArmour {
    for (int round = 0; round < 200; round++) {
      BitsWriter writer = new BitsWriter();
      Written written = new Written();
      int fields = random.nextInt(60);
      for (int i = 0; i < fields; i++) {
        int width = 1 + random.nextInt(32);
        long value =
            random.nextBoolean()
                ? random.nextLong(1L << width)
                : -1 - random.nextLong(1L << (width - 1));
        writer.put(value, width);
        written.put(value, width);
      }
      assertThat(writer.length()).isEqualTo(written.length());
      assertThat(writer.bits()).isEqualTo(bits(written.zerosAndOnes()));
      assertThat(new BitsWriter().put(1, 3).all(writer.bits()).bits())
          .isEqualTo(bits("001" + written.zerosAndOnes()));
    }
  }

  @ParameterizedTest
  @CsvSource({"4,2", "-3,2", "1073741824,30"})
  void aNumberThatDoesNotFitIsRefused(long value, int width) {
    assertThatThrownBy(() -> new BitsWriter().put(value, width))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({
    "'BUOY 7@@@@', 'BUOY 7'",
    "'BUOY 7    ', 'BUOY 7'",
    "'  BUOY   @', '  BUOY'",
    "'AB@CD', 'AB'",
    "'@@@@', ''",
    "'    ', ''",
    "'?Z_ 09', '?Z_ 09'"
  })
  void textEndsAtTheFirstAtAndLosesItsBlanksAtTheEndOnly(String sent, String read)
      throws NotArmour {
    Written written = new Written().put(5, 3).text(sent, sent.length());
    assertThat(bits(written.zerosAndOnes()).text(3, sent.length() * 6)).isEqualTo(read);
  }

  @Test
  void halfACharacterAtTheEndIsNone() throws NotArmour {
    Written written = new Written().text("ABC", 3);
    assertThat(bits(written.zerosAndOnes().substring(0, 17)).text(0, 18)).isEqualTo("AB");
    assertThat(bits(written.zerosAndOnes()).text(30, 18)).isEmpty();
  }

  @Test
  void smallLettersAreWrittenLargeAndOthersRefused() {
    assertThat(new BitsWriter().text("Buoy 7", 8).bits().text(0, 48)).isEqualTo("BUOY 7");
    assertThatThrownBy(() -> new BitsWriter().text("\u0110\u00e8n", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A-Z");
  }

  @Test
  void hexadecimalIsFilledToWholeBytes() throws NotArmour {
    assertThat(bits("1010101111").toString()).isEqualTo("10:abc0");
    assertThat(bits("").hex()).isEmpty();
  }
}
