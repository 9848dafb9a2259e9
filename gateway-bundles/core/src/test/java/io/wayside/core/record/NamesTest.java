// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
