// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageNumberTest {

  private static PassageNumber any(Random random) {
    return PassageNumber.of(
        String.format("%04d", random.nextInt(10_000)),
        String.format("%03d", random.nextInt(1_000)),
        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(20_000)),
        random.nextLong(1L << 40));
  }

  @Test
  void readsBackWhatItSays() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      PassageNumber number = any(random);
      assertThat(PassageNumber.parse(number.toString())).contains(number);
    }
    assertThat(PassageNumber.of("0017", "002", LocalDate.of(2026, 11, 21), 7_004_711).toString())
        .startsWith("0017-002-20261121-004711-");
  }

  @Test
  void everySingleWrongDigitIsFound() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      String right = any(random).toString();
      for (int at = 0; at < right.length(); at++) {
        for (char digit = '0'; digit <= '9' && right.charAt(at) != '-'; digit++) {
          if (digit != right.charAt(at)) {
            String wrong = right.substring(0, at) + digit + right.substring(at + 1);
            assertThat(PassageNumber.parse(wrong)).as(wrong).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void everySwapOfNeighboursIsFoundAlsoAcrossAHyphen() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      String right = any(random).toString();
      String digits = right.replace("-", "");
      for (int at = 0; at + 1 < digits.length(); at++) {
        if (digits.charAt(at) != digits.charAt(at + 1)) {
          char[] swapped = digits.toCharArray();
          swapped[at] = digits.charAt(at + 1);
          swapped[at + 1] = digits.charAt(at);
          assertThat(CheckDigit.holds(new String(swapped))).isFalse();
        }
      }
    }
  }

  @Test
  void isNeverGivenTwiceThoughTheClockIsSetBack() {
    Random random = new Random(4);
    Set<String> given = new HashSet<>();
    LocalDate day = LocalDate.of(2026, 11, 21);
    for (long number = 990_000; number < 1_200_000; number++) {
      if (random.nextInt(20_000) == 0) {
        day = day.plusDays(random.nextInt(5) - 2);
      }
      assertThat(given.add(PassageNumber.of("0017", "002", day, number).toString())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17-2-20261121-1-0",
        "0017-002-20261321-004711-0",
        "x",
        "٠٠١٧-٠٠٢-٢٠٢٦١١٢١-٠٠٠٠٠١-٠"
      })
  void whatHasAnotherFormIsNone(String text) {
    assertThat(PassageNumber.parse(text)).isEmpty();
  }

  @Test
  void aDayThatDoesNotExistIsNoneThoughItsCheckDigitHolds() {
    String digits = "001700220260230000001";
    String text = "0017-002-20260230-000001-" + CheckDigit.of(digits);
    assertThat(PassageNumber.parse(text)).isEmpty();
  }

  @Test
  void stationAndLaneHaveTheirLengths() {
    assertThatThrownBy(() -> PassageNumber.of("17", "002", LocalDate.EPOCH, 1))
        .hasMessageContaining("such as 0017 and 002");
    assertThatThrownBy(() -> new PassageNumber("0017", "002", LocalDate.EPOCH, 1_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fitsTheLaneNumbersItCanMean() {
    PassageNumber number = PassageNumber.of("0017", "002", LocalDate.EPOCH, 5_000_042);
    assertThat(number.fits(42)).isTrue();
    assertThat(number.fits(7_000_042)).isTrue();
    assertThat(number.fits(43)).isFalse();
  }
}
