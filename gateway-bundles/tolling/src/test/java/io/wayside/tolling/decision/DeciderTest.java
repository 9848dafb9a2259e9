// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeciderTest {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOW = Instant.parse("2026-11-30T16:59:59Z"); // 23:59:59 there
  private static final TagNumber TAG = new TagNumber("0a".repeat(12), 96);
  private static final Policy.Limits LIMITS = new Policy.Limits(100, 250);

  private final OfflineLedger ledger = new OfflineLedger(1000);

  private static Policy policy(Policy.Leave low, Policy.Leave unlisted, boolean stale) {
    return new Policy(
        "p/1",
        "VND",
        low,
        unlisted,
        true,
        300,
        Set.of(ListType.ACCOUNTS),
        AgeLimits.USUAL,
        stale,
        LIMITS);
  }

  private static final Policy USUAL = policy(Policy.Leave.HOLD, Policy.Leave.HOLD, true);

  private static Finding finding(Standing standing, long ageS, Ticket... tickets) {
    return new Finding(
        standing,
        standing == Standing.UNKNOWN_ISSUER ? Optional.empty() : Optional.of("alpha"),
        Optional.of(2),
        Optional.empty(),
        List.of(tickets),
        Optional.empty(),
        standing == Standing.UNKNOWN_ISSUER
            ? List.of()
            : List.of(new ListInForce("alpha", "accounts", 7, NOW.minusSeconds(ageS))));
  }

  private static Finding exempt(Standing standing) {
    return new Finding(
        standing,
        Optional.of("alpha"),
        Optional.of(2),
        Optional.of("ambulance"),
        List.of(),
        Optional.empty(),
        List.of(new ListInForce("alpha", "accounts", 7, NOW)));
  }

  private static Situation at(Instant when, Optional<OfficeAnswer> office, long minor) {
    return new Situation(
        TAG, "S1", "L1", when, HANOI, minor, office, office.isPresent(), true, Optional.empty());
  }

  private static Situation alone() {
    return at(NOW, Optional.empty(), 30);
  }

  private static Situation answered(boolean grants, long afterMs) {
    return at(NOW, Optional.of(new OfficeAnswer(grants, "limit-reached", afterMs)), 30);
  }

  private Decision decide(Policy policy, Finding finding, Situation situation) {
    return new Decider(policy).decide(finding, situation, ledger);
  }

  private static Ticket ticket(String station, int group, String from, String to) {
    return new Ticket("monthly", station, group, LocalDate.parse(from), LocalDate.parse(to));
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void whoIsExemptPassesFirstOfAll(Standing standing) {
    Decision decision = decide(USUAL, exempt(standing), answered(false, 10));
    assertThat(decision.rule()).isEqualTo(Rule.EXEMPT);
    assertThat(decision.payment()).isEqualTo(Payment.FREE);
    assertThat(decision.offline()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD, true, LISTS", "LOW_BALANCE, false, LOW_BALANCE", "BLOCKED, false, BLOCKED",
    "STOLEN, false, STOLEN", "UNLISTED, false, UNLISTED", "UNKNOWN_ISSUER, false, UNKNOWN_ISSUER"
  })
  void theListsAloneDecideByStanding(Standing standing, boolean grants, Rule rule) {
    Decision decision = decide(USUAL, finding(standing, 0), alone());
    assertThat(decision.grants()).isEqualTo(grants);
    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.reason()).isEqualTo(rule.code());
    assertThat(decision.mode()).isEqualTo(Mode.DEGRADED);
    assertThat(decision.offline()).isEqualTo(grants);
  }

  @ParameterizedTest
  @CsvSource({
    "S1, 2, 2026-11-01, 2026-11-30, true",
    "*,  2, 2026-11-30, 2026-11-30, true",
    "S2, 2, 2026-11-01, 2026-11-30, false",
    "S1, 3, 2026-11-01, 2026-11-30, false",
    "S1, 2, 2026-12-01, 2026-12-31, false",
    "S1, 2, 2026-11-01, 2026-11-29, false"
  })
  void aTicketHoldsForPlaceGroupAndDay(
      String station, int group, String from, String to, boolean holds) {
    Finding finding = finding(Standing.BLOCKED, 0, ticket(station, group, from, to));
    assertThat(decide(USUAL, finding, alone()).rule())
        .isEqualTo(holds ? Rule.TICKET : Rule.BLOCKED);
  }

  @Test
  void aTicketEndsWithTheLastSecondOfItsLastLocalDay() {
    Finding finding = finding(Standing.GOOD, 0, ticket("S1", 2, "2026-11-01", "2026-11-30"));
    Decision before = decide(USUAL, finding, alone());
    assertThat(before.payment()).isEqualTo(Payment.TICKET);
    assertThat(before.ticket()).isPresent();
    Decision after = decide(USUAL, finding, at(NOW.plusSeconds(1), Optional.empty(), 30));
    assertThat(after.payment()).isEqualTo(Payment.TAG);
    assertThat(after.flags()).contains("ticket-ended-yesterday");
    Situation elsewhere =
        new Situation(
            TAG,
            "S1",
            "L1",
            NOW.plusSeconds(1),
            ZoneId.of("UTC"),
            30,
            Optional.empty(),
            false,
            true,
            Optional.empty());
    assertThat(decide(USUAL, finding, elsewhere).payment()).isEqualTo(Payment.TICKET);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 300, OFFICE_GRANTED, ONLINE", "true, 301, LISTS, DEGRADED",
    "false, 300, OFFICE_REFUSED, ONLINE", "false, 301, LISTS, DEGRADED"
  })
  void theOfficeCountsWhenItAnswersInTime(boolean yes, long afterMs, Rule rule, Mode mode) {
    Decision decision = decide(USUAL, finding(Standing.GOOD, 0), answered(yes, afterMs));
    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.mode()).isEqualTo(mode);
    assertThat(decision.reason())
        .isEqualTo(rule == Rule.OFFICE_REFUSED ? "limit-reached" : rule.code());
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, true, false",
    "HOLD, , false",
    "PASS, , true",
    "PASS, false, false",
    "OFFICE, true, true",
    "OFFICE, false, false",
    "OFFICE, , false"
  })
  void aSiteSettlesWhatBecomesOfLowBalanceAndOfUnlistedTags(
      Policy.Leave leave, Boolean office, boolean grants) {
    Situation situation = office == null ? alone() : answered(office, 10);
    Policy policy = policy(leave, leave, true);
    assertThat(decide(policy, finding(Standing.LOW_BALANCE, 0), situation).grants())
        .isEqualTo(grants);
    assertThat(decide(policy, finding(Standing.UNLISTED, 0), situation).grants()).isEqualTo(grants);
  }

  @ParameterizedTest
  @CsvSource({
    "899, true, LISTS, ",
    "900, true, LISTS, lists-late",
    "86400, true, LISTS_OLD, lists-stale",
    "86400, false, LISTS_OLD, lists-stale"
  })
  void oldListsAreSaidAndMayHold(long ageS, boolean passes, Rule rule, String flag) {
    Policy policy = policy(Policy.Leave.HOLD, Policy.Leave.HOLD, passes);
    Decision decision = decide(policy, finding(Standing.GOOD, ageS), alone());
    assertThat(decision.grants()).isEqualTo(passes);
    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.flags()).isEqualTo(flag == null ? Set.of() : Set.of(flag));
    assertThat(decision.lists()).containsExactly(new ListUsed("alpha", "accounts", 7, ageS));
  }

  @Test
  void aMissingListIsAsOldAsCanBe() {
    Finding none =
        new Finding(
            Standing.GOOD,
            Optional.of("alpha"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
    Decision decision = decide(policy(Policy.Leave.HOLD, Policy.Leave.HOLD, false), none, alone());
    assertThat(decision.rule()).isEqualTo(Rule.LISTS_OLD);
    assertThat(decision.flags()).containsExactly("list-missing");
  }

  @Test
  void aTagOwesUpToItsLimitOnADay() {
    LocalDate today = LocalDate.parse("2026-11-30");
    ledger.owed(TAG, "other", today, 70);
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), alone()).grants()).isTrue();
    ledger.owed(TAG, "other", today, 1);
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), alone()).rule()).isEqualTo(Rule.TAG_LIMIT);
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), answered(true, 5)).grants())
        .as("the office promises it")
        .isTrue();
    assertThat(
            decide(USUAL, finding(Standing.GOOD, 0), at(NOW.plusSeconds(1), Optional.empty(), 30))
                .grants())
        .as("another day")
        .isTrue();
  }

  @Test
  void aLaneMayBeOwedUpToItsLimitUntilTheOfficeTookItOver() {
    TagNumber other = new TagNumber("0b", 8);
    ledger.owed(other, "L1", LocalDate.parse("2026-11-29"), 221);
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), alone()).rule()).isEqualTo(Rule.LANE_LIMIT);
    ledger.settled("L1", 1);
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), alone()).grants()).isTrue();
  }

  @Test
  void anAttendantsWordComesFirstAndIsSaid() {
    Attendant attendant = new Attendant("lan", true, Payment.TAG);
    Situation situation =
        new Situation(
            TAG, "S1", "L1", NOW, HANOI, 30, Optional.empty(), true, true, Optional.of(attendant));
    Decision decision = decide(USUAL, finding(Standing.STOLEN, 0), situation);
    assertThat(decision.grants()).isTrue();
    assertThat(decision.mode()).isEqualTo(Mode.MANUAL);
    assertThat(decision.rule()).isEqualTo(Rule.ATTENDANT);
    assertThat(decision.offline()).isTrue();
    assertThat(decision.flags()).contains("charged-by-attendant");
  }

  @Test
  void withoutTheStationsNetworkTheLaneIsAnIsland() {
    Situation situation =
        new Situation(
            TAG, "S1", "L1", NOW, HANOI, 30, Optional.empty(), false, false, Optional.empty());
    assertThat(decide(USUAL, finding(Standing.GOOD, 0), situation).mode()).isEqualTo(Mode.ISLAND);
  }

  @Test
  void aDecisionIsWrittenWithAllItRestsOn() {
    Finding finding = finding(Standing.GOOD, 60, ticket("*", 2, "2026-11-01", "2026-11-30"));
    assertThat(Json.write(decide(USUAL, finding, alone()).toValue()))
        .isEqualTo(
            "{\"grants\":true,\"payment\":\"ticket\",\"rule\":\"ticket\",\"reason\":\"ticket\","
                + "\"mode\":\"degraded\",\"offline\":false,\"policy\":\"p/1\",\"ticket\":{\"kind\":"
                + "\"monthly\",\"station\":\"*\",\"group\":2,\"from\":\"2026-11-01\",\"to\":"
                + "\"2026-11-30\"},\"lists\":[{\"issuer\":\"alpha\",\"list\":\"accounts\","
                + "\"version\":7,\"ageS\":60}],\"flags\":[]}");
  }

  /** Whatever comes together, some things never happen. */
  @Test
  void noMixtureLetsPassWhatMustNotPass() {
    Random random = new Random(41);
    int granted = 0;
    for (int i = 0; i < 20_000; i++) {
      Standing standing = pick(random, Standing.values());
      Policy policy =
          new Policy(
              "p/1",
              "VND",
              pick(random, Policy.Leave.values()),
              pick(random, Policy.Leave.values()),
              random.nextBoolean(),
              300,
              Set.of(ListType.ACCOUNTS),
              AgeLimits.USUAL,
              random.nextBoolean(),
              LIMITS);
      Optional<OfficeAnswer> office =
          random.nextBoolean()
              ? Optional.of(new OfficeAnswer(random.nextBoolean(), "no", random.nextInt(600)))
              : Optional.empty();
      Situation situation =
          new Situation(
              TAG,
              "S1",
              "L1",
              NOW,
              HANOI,
              random.nextInt(300),
              office,
              random.nextBoolean(),
              random.nextBoolean(),
              Optional.empty());
      Finding finding = finding(standing, random.nextInt(200_000));
      Decision decision = decide(policy, finding, situation);
      boolean inTime = office.isPresent() && office.get().afterMs() <= 300;
      boolean yes = inTime && office.get().grants();
      assertThat(decision.grants()).isEqualTo(decision.payment() != Payment.NONE);
      if (decision.grants()) {
        granted++;
        assertThat(standing).isNotIn(Standing.BLOCKED, Standing.STOLEN, Standing.UNKNOWN_ISSUER);
        assertThat(inTime && !yes).as("against the office").isFalse();
        if (decision.offline()) {
          assertThat(situation.minor()).isLessThanOrEqualTo(LIMITS.tagPerDay());
        }
        if (policy.asksOffice()) {
          assertThat(decision.offline()).isEqualTo(!yes);
        }
      }
      if (standing == Standing.GOOD && yes) {
        assertThat(decision.grants()).isTrue();
      }
      if (!situation.stationNetwork()) {
        assertThat(decision.mode()).isEqualTo(Mode.ISLAND);
      }
    }
    assertThat(granted).isGreaterThan(2000);
  }

  private static <E extends Enum<E>> E pick(Random random, E[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }
}
