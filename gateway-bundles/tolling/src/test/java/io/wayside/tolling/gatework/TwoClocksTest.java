// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static io.wayside.tolling.gatework.GatePair.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock of one gate that is set changes nothing in what it was told by the other. */
class TwoClocksTest {

  @TempDir Path folder;
  private GatePair pair;
  private GateBench first;
  private GateBench second;

  @BeforeEach
  void begin() throws Exception {
    pair = new GatePair(folder);
    first = pair.first;
    second = pair.second;
  }

  private void asToldInTheJourney() {
    assertThat(verdict(second)).isEqualTo("allowed");
    assertThat(second.fare()).isEqualTo(8_000);
    assertThat(second.flags()).doesNotContain("time-suspect", "too-long", "no-tap", "unproven");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1})
  void betweenEntryAndExit(int hours) throws Exception {
    pair.comes(first, true);
    pair.passes(10_000);
    pair.comes(second, true);
    assertThat(verdict(second)).as("so that it knows of the journey").isEqualTo("passed-back");
    second.time.setWall(Duration.ofHours(hours));
    pair.passes(10_000);
    pair.comes(second, false);
    asToldInTheJourney();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1})
  void betweenEntryAndExitOverABeginningAnew(int hours) throws Exception {
    pair.comes(first, true);
    pair.passes(10_000);
    pair.comes(second, true);
    second.time.setWall(Duration.ofHours(hours));
    pair.passes(10_000);
    pair.lost = message -> message.lane().equals("gate-1"); // its records alone know of it
    second.again();
    pair.passes(10_000);
    pair.comes(second, false);
    assertThat(verdict(second)).isEqualTo("allowed");
    assertThat(second.fare()).isEqualTo(8_000);
    assertThat(second.flags()).doesNotContain("time-suspect", "too-long", "no-tap");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1})
  void afterAnEntryAtTheOtherAndAnExitHere(int hours) throws Exception {
    pair.comes(first, true);
    pair.passes(10_000);
    pair.comes(second, false);
    second.time.setWall(Duration.ofHours(hours));
    pair.passes(10_000);
    pair.comes(second, true);
    assertThat(verdict(second)).as("he has left").isEqualTo("allowed");
    assertThat(second.flags()).doesNotContain("no-tap");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, -1})
  void afterAnEntryHereAndAnExitAtTheOther(int hours) throws Exception {
    pair.comes(second, true);
    pair.passes(10_000);
    pair.comes(first, false);
    second.time.setWall(Duration.ofHours(hours));
    pair.passes(10_000);
    pair.comes(second, true);
    assertThat(verdict(second)).as("he has left").isEqualTo("allowed");
    assertThat(second.flags()).doesNotContain("no-tap");
  }
}
