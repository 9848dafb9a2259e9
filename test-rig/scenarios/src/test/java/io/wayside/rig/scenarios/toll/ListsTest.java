// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.toll.scenario.Registered;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.lane.LaneSituation;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists and decision as a lane hears them. */
class ListsTest {

  private static final String NORTH = "3416214b94000000000000";

  private final StationClock clock = new StationClock();
  private final Lists lists =
      new Lists(
          List.of(
              entry("01", Registered.Standing.GOOD),
              entry("02", Registered.Standing.BLOCKED),
              entry("03", Registered.Standing.EXEMPT),
              entry("04", Registered.Standing.TICKET),
              entry("05", Registered.Standing.LOW_BALANCE)),
          clock,
          () -> 0);
  private final Booth booth = new Booth(lists, clock, 1, () -> true);

  @Test
  void eachStandingHasItsAnswer() {
    assertThat(answer("01", 0)).isEqualTo(Verdict.Answer.CHARGE);
    assertThat(answer("02", 0)).isEqualTo(Verdict.Answer.HOLD);
    assertThat(answer("03", 0)).isEqualTo(Verdict.Answer.FREE);
    assertThat(answer("05", 0)).isEqualTo(Verdict.Answer.HOLD);
    assertThat(answer("06", 0)).isEqualTo(Verdict.Answer.HOLD);
  }

  @Test
  void aTicketEndsAtMidnight() {
    clock.beforeMidnight(0, Duration.ofSeconds(30));
    assertThat(answer("04", 29)).isEqualTo(Verdict.Answer.TICKET);
    assertThat(answer("04", 31)).isEqualTo(Verdict.Answer.CHARGE);
  }

  @Test
  void listsThatAreTooOldHoldWhoWouldPay() {
    lists.aged(Duration.ofHours(25));
    assertThat(answer("01", 0)).isEqualTo(Verdict.Answer.HOLD);
    assertThat(answer("03", 0)).isEqualTo(Verdict.Answer.FREE);
  }

  @Test
  void whatNoIssuerHasIsUnknown() {
    TagNumber pallet = new TagNumber("303405d5aa000000000000aa", 96);
    assertThat(lists.find(pallet).standing()).isEqualTo(Standing.UNKNOWN_ISSUER);
    assertThat(booth.know(pallet).usable()).isFalse();
    assertThat(booth.know(tag("01")).usable()).isTrue();
    assertThat(booth.know(new TagNumber("", 0)).usable()).isFalse();
  }

  private Verdict.Answer answer(String last, long seconds) {
    LaneSituation situation =
        new LaneSituation(seconds * 1_000_000_000, Travel.FORWARD, Optional.empty(), false, false);
    return booth.judge(tag(last), situation).answer();
  }

  private static TagNumber tag(String last) {
    return new TagNumber(NORTH + last, 96);
  }

  private static Registered entry(String last, Registered.Standing standing) {
    Optional<Duration> ends =
        standing == Registered.Standing.TICKET
            ? Optional.of(Duration.ofSeconds(30))
            : Optional.empty();
    return new Registered(NORTH + last, 96, standing, 1, ends);
  }
}
