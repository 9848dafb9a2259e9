// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Blows, leaning, doors; and being heard at all. */
class BodyAndTelemetryTest {

  private static final long S = 1_000_000_000L;
  private static final long DAY = 86_400 * S;
  private static final Set<AidSign> TELLS =
      Set.of(AidSign.STRUCK, AidSign.TILTED, AidSign.DOOR_OPEN);

  private BodyJudge body = of(BodyRules.floating());
  private long nanos;

  private static BodyJudge of(BodyRules rules) {
    return new BodyJudge(rules, new Answer<>(BodyState.UNKNOWN, "nothing yet", 0));
  }

  private BodyState says(AidSign... signs) {
    return report(OptionalDouble.empty(), TELLS, signs);
  }

  private BodyState leans(double deg) {
    return report(OptionalDouble.of(deg), Set.of());
  }

  private BodyState report(OptionalDouble tilt, Set<AidSign> tells, AidSign... signs) {
    nanos += 180 * S;
    Map<AidQuantity, Double> quantities = new HashMap<>();
    tilt.ifPresent(deg -> quantities.put(AidQuantity.TILT_DEG, deg));
    AidReport none = AidReport.of(nanos, "mmsi:1");
    AidReport report =
        new AidReport(
            nanos,
            none.aid(),
            none.name(),
            none.presence(),
            none.fix(),
            none.offPosition(),
            none.light(),
            none.racon(),
            none.alarm(),
            none.mode(),
            none.rhythm(),
            quantities,
            Set.of(),
            Set.of(),
            none.inputs());
    body.report(report, Set.of(signs), tells);
    return body.judge(nanos, DAY).state();
  }

  @Test
  void aDoorIsOpenWhenItIsSaidTwiceAndShutAgainSo() {
    assertThat(says()).isEqualTo(BodyState.UNKNOWN);
    assertThat(says()).isEqualTo(BodyState.GOOD);
    assertThat(says(AidSign.DOOR_OPEN)).isEqualTo(BodyState.GOOD);
    assertThat(says(AidSign.DOOR_OPEN)).isEqualTo(BodyState.DOOR_OPEN);
    assertThat(says()).isEqualTo(BodyState.DOOR_OPEN);
    assertThat(says()).isEqualTo(BodyState.GOOD);
  }

  @Test
  void aBlowIsToldForADayAndBeforeAllElse() {
    says();
    assertThat(says(AidSign.STRUCK, AidSign.DOOR_OPEN)).isEqualTo(BodyState.STRUCK);
    long struck = nanos;
    assertThat(says(AidSign.DOOR_OPEN)).isEqualTo(BodyState.STRUCK);
    nanos = struck + DAY - 200 * S;
    assertThat(says(AidSign.DOOR_OPEN)).isEqualTo(BodyState.STRUCK);
    assertThat(says(AidSign.DOOR_OPEN)).isEqualTo(BodyState.DOOR_OPEN);
  }

  @Test
  void aBuoyRollsInAStormAndIsNotTilted() {
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      BodyState state = leans(Math.abs(10 * random.nextGaussian()));
      assertThat(state).isNotIn(BodyState.TILTED, BodyState.STRUCK);
    }
  }

  @Test
  void whatStandsOnTheGroundAndLeansAtOnceWasStruck() {
    body = of(BodyRules.fixed());
    for (int i = 0; i < 10; i++) {
      leans(0.4);
    }
    BodyState state = BodyState.GOOD;
    for (int i = 0; i < 6; i++) {
      state = leans(9);
    }
    assertThat(state).isEqualTo(BodyState.STRUCK);
    assertThat(body.judge(nanos, DAY).reason()).contains("from 0 to 9 deg");
  }

  @Test
  void whatLeansMoreAndMoreIsTilted() {
    body = of(BodyRules.fixed());
    BodyState state = BodyState.GOOD;
    for (int i = 0; i < 200; i++) {
      state = leans(0.05 * i);
    }
    assertThat(state).isEqualTo(BodyState.TILTED);
    nanos += DAY;
    assertThat(body.judge(nanos, DAY).state()).isEqualTo(BodyState.UNKNOWN);
    assertThat(body.judge(nanos, DAY).reason()).contains("last it was tilted");
  }

  private static TelemetryJudge telemetry() {
    return new TelemetryJudge(TelemetryRules.usual(), 0);
  }

  @Test
  void anIntervalIsLearnedThoughReportsGetLostAndComeDouble() {
    TelemetryJudge judge = telemetry();
    Random random = new Random(2);
    for (int i = 1; i < 200; i++) {
      long at = i * (60 * S);
      if (random.nextInt(5) != 0) {
        judge.heard(at);
        judge.heard(at + S); // on the other channel
      }
      assertThat(judge.judge(at + 2 * S).state()).isEqualTo(TelemetryState.HEARD);
    }
    assertThat(judge.silentNanos()).isBetween(290 * S, 310 * S);
    assertThat(judge.spreadNanos()).isEqualTo(2 * judge.silentNanos());
  }

  @Test
  void silenceBeginsWithTheLastReportAndEndsWithTheNext() {
    TelemetryJudge judge = telemetry();
    assertThat(judge.judge(0).state()).isEqualTo(TelemetryState.SILENT);
    for (int i = 1; i < 20; i++) {
      judge.heard(i * (180 * S));
    }
    long last = 19 * 180 * S;
    assertThat(judge.judge(last + 899 * S).state()).isEqualTo(TelemetryState.HEARD);
    Answer<TelemetryState> silent = judge.judge(last + 901 * S);
    assertThat(silent.state()).isEqualTo(TelemetryState.SILENT);
    assertThat(silent.sinceNanos()).isEqualTo(last);
    assertThat(silent.reason()).contains("15 min", "every 3 min");

    judge.heard(last + 9000 * S);
    assertThat(judge.judge(last + 9000 * S).state()).isEqualTo(TelemetryState.HEARD);
    assertThat(judge.silentNanos()).as("silence is no interval").isEqualTo(900 * S);
  }

  @Test
  void aSetIntervalIsNotLearned() {
    TelemetryJudge judge = new TelemetryJudge(TelemetryRules.usual().every(3600 * S), 0);
    for (int i = 1; i < 50; i++) {
      judge.heard(i * (60 * S));
    }
    assertThat(judge.silentNanos()).isEqualTo(5 * 3600 * S);
  }
}
