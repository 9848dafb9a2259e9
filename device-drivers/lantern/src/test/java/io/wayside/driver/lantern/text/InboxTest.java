// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.lantern.text.Inbox.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxTest {

  private static final String BUOY = "+84901234567";
  private static final Instant NOW = Instant.parse("2026-11-22T02:20:00Z");

  private final Inbox inbox = new Inbox(Map.of(BUOY, "buoy-7"), Duration.ofHours(1));

  private static TextMessage message(String sender, String stamp, String text) {
    return new TextMessage(1, sender, stamp, text);
  }

  private Fate judge(String sender, String stamp, String text) {
    return inbox.judge(message(sender, stamp, text), Optional.of(NOW), false);
  }

  @Test
  void onlyLanternsOfTheSiteAreBelieved() {
    assertThat(judge(BUOY, "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.BELIEVED);
    assertThat(judge("+84901234568", "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.FOREIGN);
    assertThat(judge("84901234567", "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.FOREIGN);
    assertThat(judge("", "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.FOREIGN);
  }

  @Test
  void whatTheNetworkBringsTwiceIsHeardOnce() {
    assertThat(judge(BUOY, "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.BELIEVED);
    assertThat(judge(BUOY, "26/11/22,09:15:00+28", "batlo")).isEqualTo(Fate.REPEATED);
    assertThat(judge(BUOY, "26/11/22,09:15:01+28", "batlo")).isEqualTo(Fate.BELIEVED);
    for (int i = 0; i < 500; i++) {
      judge(BUOY, "26/11/22,09:16:00+28", "text " + i);
    }
    assertThat(judge(BUOY, "26/11/22,09:15:00+28", "batlo"))
        .as("the memory is bounded")
        .isEqualTo(Fate.BELIEVED);
  }

  @Test
  void whatWasUnderWayForLongIsOld() {
    assertThat(judge(BUOY, "26/11/22,08:19:59+28", "a")).isEqualTo(Fate.OLD);
    assertThat(judge(BUOY, "26/11/22,08:20:01+28", "b")).isEqualTo(Fate.BELIEVED);
    assertThat(judge(BUOY, "26/11/22,10:00:00+28", "from the future")).isEqualTo(Fate.OLD);
  }

  @Test
  void withoutAClockWhatLayInTheModemIsOld() {
    TextMessage lay = message(BUOY, "26/11/22,09:15:00+28", "a");
    TextMessage came = message(BUOY, "nonsense", "b");

    assertThat(inbox.judge(lay, Optional.empty(), true)).isEqualTo(Fate.OLD);
    assertThat(inbox.judge(came, Optional.empty(), false)).isEqualTo(Fate.BELIEVED);
  }

  @Test
  void aBudgetIsSpentAndComesBackADayLater() {
    long hour = Duration.ofHours(1).toNanos();
    Budget budget = new Budget(2);
    assertThat(budget.allows(0)).isTrue();
    budget.spend(0);
    budget.spend(hour);
    assertThat(budget.allows(2 * hour)).isFalse();
    assertThat(budget.allows(24 * hour - 1)).isFalse();
    assertThat(budget.allows(24 * hour)).isTrue();
    budget.spend(24 * hour);
    assertThat(budget.allows(24 * hour)).isFalse();
    assertThat(new Budget(0).allows(0)).isFalse();
  }
}
