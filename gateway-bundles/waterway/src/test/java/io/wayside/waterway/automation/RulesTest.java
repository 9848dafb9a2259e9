// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.water.LanternOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final Path EXAMPLE =
      Path.of("../../config/water/bridge-span-example.json").toAbsolutePath().normalize();
  private static final String GAUGE = "nmea-1/gauge:10023";
  private static final Instant MORNING = Instant.parse("2026-06-10T03:04:00Z");
  private static final long S = 1_000_000_000L;

  private static String example() throws IOException {
    return Files.readString(EXAMPLE);
  }

  private static Rules rules() throws IOException, GarbledData {
    return new Rules(RuleBook.from(Node.read("example", example())));
  }

  /** A level that stands for a minute, so that it is believed. */
  private static void stands(Rules rules, double levelM, long untilS) {
    for (long second = untilS - 60; second <= untilS; second += 10) {
      rules.level(GAUGE, levelM, second * S);
    }
  }

  private static Facts facts(long seconds) {
    return new Facts(seconds * S, MORNING.plusSeconds(seconds), true, Optional.of(false));
  }

  @Test
  void highWaterClosesTheSpanAndSaysWhyInBothLanguages() throws Exception {
    Rules rules = rules();
    stands(rules, 3.42, 0);
    rules.decide(facts(0));
    stands(rules, 3.40, 600);

    Decision decision = rules.decide(facts(600));

    assertThat(decision.wish().tells()).isEqualTo(new LanternOrder.Rhythm("43"));
    assertThat(decision.rule()).isEqualTo("span-closed-at-high-water");
    assertThat(decision.why().en())
        .contains("Red", "level 3.40 m", "3.20 m", "since 2026-06-10 10:04", GAUGE, "example");
    assertThat(decision.why().vi())
        .contains("Đèn đỏ", "mực nước 3.40 m", "ngưỡng 3.20 m", "từ 2026-06-10 10:04");
  }

  @Test
  void silentGaugeIsTheSafeBandAndSaysSo() throws Exception {
    Rules rules = rules();
    stands(rules, 1.0, 0);
    assertThat(rules.decide(facts(10)).wish()).isEqualTo(Wish.AUTOMATIC);
    assertThat(rules.decide(facts(10)).why().en()).contains("not up to 2.60 m");

    Decision decision = rules.decide(facts(1_801));

    assertThat(decision.wish().tells()).isEqualTo(new LanternOrder.Rhythm("43"));
    assertThat(decision.why().en()).contains("silent", "last 1.00 m", "since 2026-06-10 10:34");
    assertThat(decision.why().vi()).contains("không có số liệu mới", "trạng thái an toàn");
  }

  @Test
  void gaugeThatWasNeverHeardIsSilent() throws Exception {
    Decision decision = rules().decide(facts(0));

    assertThat(decision.wish().tells()).isEqualTo(new LanternOrder.Rhythm("43"));
    assertThat(decision.why().en()).contains("last -");
  }

  @Test
  void otherGaugesAreNotHeard() throws Exception {
    Rules rules = rules();
    rules.level("nmea-1/gauge:99", 1.0, 0);

    assertThat(rules.decide(facts(1)).why().en()).contains("silent");
  }

  @Test
  void ruleThatLeavesTheLightAloneGivesTheNextItsTurn() throws Exception {
    Rules rules = rules();
    Instant january = Instant.parse("2027-01-10T03:00:00Z");
    stands(rules, 1.0, 0);

    Decision fog = rules.decide(new Facts(S, january, true, Optional.of(false)));
    assertThat(fog.wish().tells()).isEqualTo(new LanternOrder.Shine());
    assertThat(fog.why().en()).contains("Fog season", "day");
    assertThat(rules.decide(new Facts(S, january, true, Optional.of(true))).wish())
        .as("by night")
        .isEqualTo(Wish.AUTOMATIC);
    assertThat(rules.decide(new Facts(S, january, false, Optional.of(false))).wish())
        .as("without a clock")
        .isEqualTo(Wish.AUTOMATIC);
    assertThat(rules.decide(new Facts(S, january, true, Optional.empty())).wish())
        .as("nobody knows whether it is day")
        .isEqualTo(Wish.AUTOMATIC);
    stands(rules, 3.0, 120);
    assertThat(rules.decide(new Facts(120 * S, january, true, Optional.of(false))).wish().tells())
        .isEqualTo(new LanternOrder.Rhythm("42"));
  }

  @Test
  void seasonsAreTheDaysFromTheirFirstToTheirLastAlsoOverTheTurnOfTheYear() throws Exception {
    SeasonRule winter = (SeasonRule) RuleBook.from(Node.read("example", example())).rules().get(1);
    for (int i = 0; i < 366; i++) {
      LocalDate day = LocalDate.of(2028, 1, 1).plusDays(i);
      boolean is =
          day.getMonthValue() == 12
              || day.getMonthValue() == 1
              || (day.getMonthValue() == 2 && day.getDayOfMonth() <= 28);
      assertThat(winter.isSeason(MonthDay.from(day))).as("%s", day).isEqualTo(is);
    }
    SeasonRule summer =
        new SeasonRule(
            "s",
            winter.title(),
            MonthDay.of(6, 1),
            MonthDay.of(8, 31),
            SeasonRule.When.ALWAYS,
            winter.wish(),
            "x");
    assertThat(summer.isSeason(MonthDay.of(6, 1))).isTrue();
    assertThat(summer.isSeason(MonthDay.of(8, 31))).isTrue();
    assertThat(summer.isSeason(MonthDay.of(9, 1))).isFalse();
  }

  @Test
  void dateIsThatOfTheDocumentsZone() throws Exception {
    Rules rules = rules();
    stands(rules, 1.0, 0);
    Instant stillNovemberInUtc = LocalDate.of(2026, 11, 30).atTime(18, 0).toInstant(ZoneOffset.UTC);

    assertThat(
            rules.decide(new Facts(S, stillNovemberInUtc, true, Optional.of(false))).wish().tells())
        .isEqualTo(new LanternOrder.Shine());
  }

  @Test
  void documentThatWouldLeaveALightDarkIsRefused() throws Exception {
    assertRefused(
        example().replace("{\n            \"code\": \"43\"\n          }", "\"dark\""),
        "cannot be the safe one");
    assertRefused(
        example()
            .replace(
                "\"when\": \"day\",\n      \"light\": \"shine\"",
                "\"when\": \"night\",\n      \"light\": \"dark\""),
        "dark at night");
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() throws Exception {
    assertRefused(
        example().replace("\"safe\": \"closed\"", "\"safe\": \"shut\""), "/lights/0/safe");
    assertRefused(example().replace("\"fromM\": 3.2", "\"fromM\": 2.7"), "hysteresis");
    assertRefused(
        example().replace("\"from\": \"12-01\"", "\"from\": \"12-41\""), "/lights/1/from");
    assertRefused(example().replace("hysteresisM", "hysteresis"), "hysteresis");
    assertRefused(example().replace("Asia/Ho_Chi_Minh", "Asia/Saigon_"), "/zone");
    assertRefused(example().replace("fog-season", "span-closed-at-high-water"), "given twice");
  }

  private static void assertRefused(String document, String words) throws IOException {
    assertThat(document).isNotEqualTo(example());
    assertThatThrownBy(() -> RuleBook.from(Node.read("rules.json", document)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("rules.json")
        .hasMessageContaining(words);
  }

  @Test
  void oneBadReadingChangesNoLightAndShowsNoMoreClearance() throws Exception {
    Rules rules = rules();
    stands(rules, 1.0, 0);
    rules.level(GAUGE, 9.0, 10 * S);

    assertThat(rules.decide(facts(10)).wish()).isEqualTo(Wish.AUTOMATIC);
    assertThat(rules.clearance(10 * S))
        .as("it may be true")
        .hasValueSatisfying(free -> assertThat(free).isEqualByComparingTo("0.2"));
    rules.level(GAUGE, 0.0, 20 * S);
    assertThat(rules.clearance(20 * S))
        .hasValueSatisfying(free -> assertThat(free).isEqualByComparingTo("8.2"));
  }

  /** Half a metre in a minute: the median of that minute is a quarter behind. */
  @Test
  void clearanceIsNeverMoreThanThereIsWhileTheWaterRises() throws Exception {
    Rules rules = rules();
    stands(rules, 1.0, 0);
    for (int second = 10; second <= 300; second += 10) {
      double levelM = 1 + second / 120.0;
      rules.level(GAUGE, levelM, second * S);
      double shownM = rules.clearance(second * S).orElseThrow().doubleValue();
      assertThat(shownM).as("after %d s", second).isLessThan(9.2 - levelM + 1e-9);
    }
  }

  @Test
  void madGaugeIsTheSafeBandAndSaysThatItIsHeard() throws Exception {
    Rules rules = rules();
    stands(rules, 1.0, 0);
    for (int i = 1; i <= 190; i++) {
      rules.level(GAUGE, i % 2 * 4.0, i * 10L * S);
    }

    Decision decision = rules.decide(facts(1_900));

    assertThat(decision.wish().tells()).isEqualTo(new LanternOrder.Rhythm("43"));
    assertThat(decision.why().en()).contains("heard and not steady", "last 0.00 m", "safe band");
    assertThat(decision.why().vi()).contains("chưa ổn định");
    assertThat(rules.clearance(1_900 * S)).isEmpty();
  }

  @Test
  void howSteadyALevelMustBeIsReadFromTheDocument() throws Exception {
    String atOnce =
        example()
            .replace(
                "\"staleAfterS\": 1800",
                "\"staleAfterS\": 1800, \"persistS\": 0, \"persistReadings\": 1");
    Rules rules = new Rules(RuleBook.from(Node.read("example", atOnce)));
    rules.level(GAUGE, 3.42, 0);

    assertThat(rules.decide(facts(0)).why().en()).contains("level 3.42 m");
    assertRefused(
        example().replace("\"safe\"", "\"persistReadings\": 0, \"safe\""), "persistReadings");
  }

  @Test
  void clearanceIsRoundedDownAndNeverOld() throws Exception {
    Clearance clearance = RuleBook.from(Node.read("example", example())).clearance().orElseThrow();

    assertThat(clearance.shown(OptionalDouble.of(2.05)))
        .hasValueSatisfying(shown -> assertThat(shown).isEqualByComparingTo("7.1"));
    assertThat(clearance.shown(OptionalDouble.of(2.10)))
        .hasValueSatisfying(shown -> assertThat(shown).isEqualByComparingTo("7.1"));
    assertThat(clearance.shown(OptionalDouble.of(9.4)))
        .hasValueSatisfying(shown -> assertThat(shown).isEqualByComparingTo("0"));
    assertThat(clearance.shown(OptionalDouble.empty())).isEmpty();
    assertThat(clearance.staleAfter()).isEqualTo(Duration.ofMinutes(30));

    Rules rules = rules();
    stands(rules, 2.05, 0);
    assertThat(rules.clearance(1_800 * S)).isPresent();
    assertThat(rules.clearance(1_801 * S)).isEmpty();
  }
}
