// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.gate.TapDecision.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may pass, and what a journey costs. */
class AdmissionTest {

  static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
  private static final TapRules RULES =
      new TapRules(Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofHours(3), true);

  private final Set<String> denied = new HashSet<>();
  private final Journeys journeys = new Journeys(100, RULES.blocking());
  private final Admission admission = admission(RULES);
  private final Bench bench = new Bench().ready();
  private long number;

  private Admission admission(TapRules rules) {
    TokenBook book =
        token -> new TokenFinding(denied.contains(token), "deny", 7, MORNING.minusSeconds(60));
    return new Admission(book, fares(), rules, journeys);
  }

  static String faresText() {
    try {
      return Files.readString(Path.of("../../config/tolling/tariffs-zones-example.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static ZoneFares fares() {
    try {
      return ZoneFares.from(Node.read("fares", faresText()));
    } catch (GarbledData e) {
      throw new AssertionError(e);
    }
  }

  static Tap tap(long number, String token, Way way, String station, int second) {
    TapTime at = TapTime.told(MORNING.plusSeconds(second));
    return new Tap(number, token, station, way, at, Optional.empty());
  }

  /** Taps and, when allowed, passes. */
  private TapDecision tap(Way way, String station, int second) {
    return tap(admission, "card", way, station, second);
  }

  private TapDecision tap(Admission by, String token, Way way, String station, int second) {
    TapDecision decision = decide(by, token, way, station, second);
    journeys.passed(decision.tap().number());
    return decision;
  }

  private TapDecision decide(Admission by, String token, Way way, String station, int second) {
    return by.decide(tap(++number, token, way, station, second), bench.gate);
  }

  private void lapses(Way way, String station, int second) {
    TapDecision decision = decide(admission, "card", way, station, second);
    assertThat(decision.isAllowed()).isTrue();
    journeys.lapsed(decision.tap().number());
  }

  @Test
  void aJourneyCostsWhatItsZonesSay() {
    assertThat(tap(Way.IN, "st-1", 0).fareMinor()).isZero();
    TapDecision out = tap(Way.OUT, "st-4", 1_800);
    assertThat(out.verdict()).isEqualTo(Verdict.ALLOWED);
    assertThat(out.fareMinor()).isEqualTo(15_000);
    assertThat(out.from()).contains("st-1");
    assertThat(tap(Way.IN, "st-4", 3_600).flags().isEmpty()).isTrue();
    assertThat(tap(Way.OUT, "st-1", 5_400).fareMinor()).isEqualTo(15_000);
  }

  @Test
  void theSameTapAgainAndASecondPersonAreRefused() {
    tap(Way.IN, "st-1", 0);
    assertThat(tap(Way.IN, "st-1", 19).verdict()).isEqualTo(Verdict.DUPLICATE);
    assertThat(tap(Way.IN, "st-1", 20).verdict()).isEqualTo(Verdict.PASSED_BACK);
    assertThat(tap(Way.IN, "st-1", 299).verdict()).isEqualTo(Verdict.PASSED_BACK);
    TapDecision later = tap(Way.IN, "st-1", 300);
    assertThat(later.verdict()).isEqualTo(Verdict.ALLOWED);
    assertThat(later.flags().has(Admission.NO_TAP_OUT)).isTrue();
    assertThat(later.fareMinor()).isEqualTo(20_000);
    assertThat(later.from()).contains("st-1");
  }

  @Test
  void withoutATapInTheMostIsTakenOrNobodyGoesOut() {
    TapDecision out = tap(Way.OUT, "st-1", 0);
    assertThat(out.flags().has(Admission.NO_TAP_IN)).isTrue();
    assertThat(out.fareMinor()).isEqualTo(20_000);
    TapRules strict = new TapRules(RULES.blocking(), RULES.passBack(), RULES.longest(), false);
    assertThat(tap(admission(strict), "other", Way.OUT, "st-1", 0).verdict())
        .isEqualTo(Verdict.NO_TAP_IN);
  }

  @Test
  void aDeniedMediumIsRefusedAndChangesNothing() {
    denied.add("card");
    TapDecision decision = tap(Way.IN, "st-1", 0);
    assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
    assertThat(decision.finding().version()).isEqualTo(7);
    assertThat(journeys.of("card")).isEmpty();
  }

  @Test
  void whatNobodyPassedOnIsUndone() {
    lapses(Way.IN, "st-1", 0);
    assertThat(journeys.of("card")).isEmpty();
    tap(Way.IN, "st-1", 10); // not a duplicate, as the first was undone
    lapses(Way.OUT, "st-3", 900);
    assertThat(journeys.of("card").map(Journey::open)).contains(true);
    assertThat(tap(Way.OUT, "st-3", 920).fareMinor()).isEqualTo(10_000);
    assertThat(journeys.of("card").map(Journey::open)).contains(false);
  }

  @Test
  void aJourneyThatTakesTooLongOrEndsNowhereCostsTheMost() {
    tap(Way.IN, "st-1", 0);
    TapDecision late = tap(Way.OUT, "st-2", 10_801);
    assertThat(late.flags().has(Admission.TOO_LONG)).isTrue();
    assertThat(late.fareMinor()).isEqualTo(20_000);
    tap(Way.IN, "st-9", 12_000);
    assertThat(tap(Way.OUT, "st-1", 13_000).flags().has(Admission.UNKNOWN_STATION)).isTrue();
  }

  @Test
  void aClockThatWentBackIsFlaggedAndNeverCountsAsTooLong() {
    tap(Way.IN, "st-1", 0);
    TapDecision out = tap(Way.OUT, "st-2", -36_000);
    assertThat(out.flags().has(Admission.TIME_SUSPECT)).isTrue();
    assertThat(out.fareMinor()).isEqualTo(8_000);
  }

  @Test
  void aGateThatIsBusyOrReleasedTakesNoTap() {
    bench.tap(99, Way.OUT);
    assertThat(tap(Way.IN, "st-1", 0).verdict()).isEqualTo(Verdict.BUSY);
    bench.fire(true);
    assertThat(tap(Way.IN, "st-1", 0).verdict()).isEqualTo(Verdict.RELEASED);
    assertThat(journeys.of("card").map(Journey::proof)).contains(Proof.UNSEEN);
  }

  @Test
  void passBackShorterThanBlockingIsRefused() {
    assertThatThrownBy(
            () ->
                new TapRules(Duration.ofSeconds(20), Duration.ofSeconds(5), RULES.longest(), true))
        .hasMessageContaining("pass-back");
  }

  @Test
  void journeysAreBoundedAndTheOldestGoes() {
    Journeys few = new Journeys(3, Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      few.allowed(tap(i, "t" + i, Way.IN, "st-1", i));
    }
    assertThat(few.size()).isEqualTo(3);
    assertThat(few.dropped()).isEqualTo(7);
    assertThat(few.of("t9")).isPresent();
    assertThat(few.of("t6")).isEmpty();
  }

  /** Recounted by a passenger's own notes: in and out by turns, whatever is tapped. */
  @Test
  void whoIsInsideIsWhoTappedInLastAndNoTapCountsTwice() {
    Random random = new Random(4);
    Map<String, Boolean> inside = new HashMap<>();
    int allowed = 0;
    for (int i = 0; i < 5_000; i++) {
      String token = "t" + random.nextInt(30);
      Way way = List.of(Way.values()).get(random.nextInt(2));
      TapDecision decision = decide(admission, token, way, "st-" + (1 + random.nextInt(4)), i * 30);
      if (decision.isAllowed()) {
        allowed++;
        if (random.nextInt(5) == 0) {
          journeys.lapsed(number);
        } else {
          journeys.passed(number);
          inside.put(token, way == Way.IN);
        }
      } else {
        assertThat(decision.fareMinor()).isZero();
      }
      assertThat(journeys.of(token).map(Journey::open).orElse(false))
          .isEqualTo(inside.getOrDefault(token, false));
    }
    assertThat(allowed).isGreaterThan(3_000);
  }

  @ParameterizedTest
  @CsvSource({"st-1, st-2, 8000", "st-1, st-3, 10000", "st-3, st-1, 10000", "st-4, st-4, 8000"})
  void faresAreTheSameBothWays(String from, String to, long minor) {
    assertThat(fares().between(from, to)).contains(minor);
    assertThat(fares().between(from, "nowhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[\"A\", \"B\"] | [\"A\", \"D\"]   | no station is in zone \"D\"",
        "[\"A\", \"B\"] | [\"A\", \"A\"]   | are given twice",
        "[\"A\", \"B\"] | [\"A\"]          | must be two zones",
        "\"st-4\": \"C\" | \"st-4\": \"D\" | no station is in zone \"C\"",
        "\"st-3\": \"B\" | \"st-3\": \"B\", \"st-5\": \"D\" | between zones A and D",
        "\"most\": 20000 | \"most\": 14000 | must not be below the dearest journey, which is 15000"
      })
  void wrongFaresAreRefusedWithLineAndPlace(String right, String wrong, String expected) {
    String json = faresText().replaceFirst(Pattern.quote(right), wrong);
    assertThatThrownBy(() -> ZoneFares.from(Node.read("fares.json", json)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("fares.json: line ")
        .hasMessageContaining(expected);
  }
}
