// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.gate.TapDecision.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Taps, flaps and fares together: passengers travel, some tap and turn away. */
class GateDayTest {

  private static final TapRules RULES =
      new TapRules(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofHours(3), false);

  private final Map<String, Bench> gates = new HashMap<>();
  private final Journeys journeys = new Journeys(1_000, RULES.blocking());
  private final Admission admission =
      new Admission(
          token -> new TokenFinding(token.endsWith("7"), "deny", 1, AdmissionTest.MORNING),
          AdmissionTest.fares(),
          RULES,
          journeys);
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final List<TapDecision> passed = new ArrayList<>();
  private long number;
  private int second;

  private Bench gate(String station) {
    return gates.computeIfAbsent(station, s -> new Bench().ready());
  }

  private boolean tap(String token, Way way, String station, boolean walks) {
    second += 70;
    Bench bench = gate(station);
    Tap tap = AdmissionTest.tap(++number, token, way, station, second);
    TapDecision decision = admission.decide(tap, bench.gate);
    verdicts.merge(decision.verdict(), 1, Integer::sum);
    if (!decision.isAllowed()) {
      return false;
    }
    bench.acts.clear();
    bench.tap(number, way);
    if (walks) {
      bench.walk(way);
    } else {
      bench.after(6_000);
    }
    assertThat(bench.passed()).hasSize(walks ? 1 : 0);
    assertThat(bench.lapsed()).hasSize(walks ? 0 : 1);
    if (walks) {
      passed.add(decision);
      journeys.passed(number);
    } else {
      journeys.lapsed(number);
    }
    return walks;
  }

  /** The fare of each true journey, by the table in the file; what was taken must be the same. */
  @Test
  void whatIsTakenIsTheSumOfTheTrueJourneys() {
    Random random = new Random(1);
    Map<String, Long> table = new HashMap<>();
    table.put("11", 8_000L);
    table.put("12", 8_000L);
    table.put("13", 10_000L);
    table.put("14", 15_000L);
    table.put("22", 8_000L);
    table.put("23", 10_000L);
    table.put("24", 15_000L);
    table.put("33", 8_000L);
    table.put("34", 10_000L);
    table.put("44", 8_000L);
    long due = 0;
    int journeys = 0;
    for (int i = 0; i < 400; i++) {
      String token = "c" + i % 40;
      int from = 1 + random.nextInt(4);
      int to = 1 + random.nextInt(4);
      if (!tap(token, Way.IN, "st-" + from, random.nextInt(6) > 0)) {
        continue;
      }
      while (!tap(token, Way.OUT, "st-" + to, random.nextInt(6) > 0)) {
        assertThat(verdicts).doesNotContainKey(Verdict.NO_TAP_IN);
      }
      due += table.get("" + Math.min(from, to) + Math.max(from, to));
      journeys++;
    }
    assertThat(passed.stream().mapToLong(TapDecision::fareMinor).sum()).isEqualTo(due);
    assertThat(passed).hasSize(2 * journeys);
    assertThat(journeys).isGreaterThan(200);
    assertThat(verdicts.get(Verdict.DENIED)).isEqualTo(40);
    assertThat(passed).allMatch(decision -> decision.flags().isEmpty());
  }

  @Test
  void nobodyGetsOutWhoNeverCameIn() {
    assertThat(tap("c1", Way.OUT, "st-1", true)).isFalse();
    assertThat(verdicts).containsOnlyKeys(Verdict.NO_TAP_IN);
    assertThat(gate("st-1").isOpen()).isFalse();
  }
}
