// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CameraMatchTest {

  private static final long WINDOW = 100;

  private final CameraMatch match = new CameraMatch(WINDOW);

  @Test
  void aSightingBesideAPassageIsThatVessel() {
    match.seen(1_000);
    match.passed(1_060);
    assertThat(match.unexplained(10_000)).isEmpty();
  }

  @Test
  void aSightingByItselfIsToldWhenNoPassageCanComeAnyMore() {
    match.seen(1_000);
    assertThat(match.unexplained(1_100)).isEmpty();
    assertThat(match.unexplained(1_101)).containsExactly(Passage.seen(1_000));
    assertThat(match.unexplained(9_999)).isEmpty();
  }

  @Test
  void onePassageExplainsOneSightingTheNearest() {
    match.seen(1_000);
    match.seen(1_050);
    match.passed(1_060);
    assertThat(match.unexplained(10_000)).containsExactly(Passage.seen(1_000));
  }

  @Test
  void passagesWithoutASightingAreNoMatter() {
    match.passed(1_000);
    match.seen(1_200);
    assertThat(match.unexplained(10_000)).containsExactly(Passage.seen(1_200));
  }

  /**
   * Vessels with and without AIS that come one by one: told are those without, whoever they are.
   */
  @Test
  void vesselsThatComeOneByOneAreToldApart() {
    Random random = new Random(9);
    List<Passage> told = new ArrayList<>();
    List<Passage> expected = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < 2_000; i++) {
      nanos += 2 * WINDOW + 1 + random.nextInt(500);
      boolean ais = random.nextBoolean();
      boolean camera = random.nextInt(10) > 0;
      long passed = nanos + random.nextInt((int) WINDOW) - WINDOW / 2;
      if (ais) {
        match.passed(passed);
      }
      if (camera) {
        match.seen(nanos);
        if (!ais) {
          expected.add(Passage.seen(nanos));
        }
      }
      told.addAll(match.unexplained(nanos - WINDOW));
    }
    told.addAll(match.unexplained(nanos + 10 * WINDOW));
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      match.seen(i);
    }
    assertThat(match.unexplained(100_000)).hasSize(500);
  }
}
