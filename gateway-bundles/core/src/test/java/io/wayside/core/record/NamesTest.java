// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "weighing.lane-1", "gw-0a1b", "a--b", "a..b"})
  void areLowerCaseLettersDigitsHyphensAndDots(String name) {
    assertThat(Names.require("stream", name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "a.", ".a", "-a", "a-", "A", "a/b", "a+b", "#", "a b", "a_b", "a\n", "é",
        "$sys"
      })
  void holdNothingThatNeedsEscapingInTopicsFilesOrKeys(String name) {
    assertThat(Names.isValid(name)).isFalse();
    assertThatThrownBy(() -> Names.require("stream", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("stream \"" + name + "\" must be 1 to 64");
  }

  @Test
  void areAtMost64Long() {
    assertThat(Names.isValid("a".repeat(64))).isTrue();
    assertThat(Names.isValid("a".repeat(65))).isFalse();
  }

  /** Every string of up to four of these, and such as end about the greatest length. */
  @Test
  void areThoseOfThePattern() {
    Pattern form = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");
    String letters = "az09.-`{/:Aé\n";
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; all.get(i).length() < 4; i++) {
      for (int at = 0; at < letters.length(); at++) {
        all.add(all.get(i) + letters.charAt(at));
      }
    }
    for (String end : List.copyOf(all)) {
      for (int most = 63; end.length() == 3 && most <= 65; most++) {
        all.add("x".repeat(most - end.length()) + end);
      }
    }
    assertThat(all)
        .hasSizeGreaterThan(30_000)
        .allMatch(name -> Names.isValid(name) == form.matcher(name).matches());
  }
}
