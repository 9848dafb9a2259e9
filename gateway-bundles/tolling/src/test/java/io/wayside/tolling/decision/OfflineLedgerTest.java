// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.tag.TagNumber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OfflineLedgerTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  private static TagNumber tag(int number) {
    return new TagNumber(String.format("%04x", number), 16);
  }

  @Test
  void sumsAreThoseOfAPlainMap() {
    Random random = new Random(51);
    OfflineLedger ledger = new OfflineLedger(100);
    Map<String, Long> sums = new HashMap<>();
    LocalDate newest = DAY;
    for (int i = 0; i < 20_000; i++) {
      LocalDate day = newest.plusDays(random.nextInt(1000) == 0 ? 1 : -random.nextInt(2));
      newest = day.isAfter(newest) ? day : newest;
      int number = random.nextInt(60);
      long minor = random.nextInt(1000);
      ledger.owed(tag(number), "L" + number % 3, day, minor);
      sums.merge(day + "/" + number, minor, Long::sum);
      sums.merge("L" + number % 3, minor, Long::sum);
      if (random.nextInt(50) == 0) {
        long settled = random.nextInt(5000);
        ledger.settled("L1", settled);
        sums.merge("L1", 0L, (owed, none) -> Math.max(0, owed - settled));
      }
      int asked = random.nextInt(60);
      assertThat(ledger.ofTag(tag(asked), newest))
          .isEqualTo(OptionalLong.of(sums.getOrDefault(newest + "/" + asked, 0L)));
      assertThat(ledger.ofLane("L1")).isEqualTo(sums.getOrDefault("L1", 0L));
    }
  }

  @Test
  void aFullLedgerKnowsThatItDoesNotKnow() {
    OfflineLedger ledger = new OfflineLedger(2);
    for (int i = 0; i < 3; i++) {
      ledger.owed(tag(i), "L1", DAY, 5);
    }
    assertThat(ledger.ofTag(tag(1), DAY)).hasValue(5);
    assertThat(ledger.ofTag(tag(2), DAY)).isEmpty();
    assertThat(ledger.ofLane("L1")).isEqualTo(15);
    ledger.owed(tag(2), "L1", DAY.plusDays(1), 5);
    assertThat(ledger.ofTag(tag(2), DAY.plusDays(1))).hasValue(5);
  }

  @Test
  void noSumTurnsNegative() {
    OfflineLedger ledger = new OfflineLedger(2);
    ledger.owed(tag(1), "L1", DAY, Long.MAX_VALUE);
    ledger.owed(tag(1), "L1", DAY, Long.MAX_VALUE);
    assertThat(ledger.ofTag(tag(1), DAY)).hasValue(Long.MAX_VALUE);
    assertThat(ledger.ofLane("L1")).isEqualTo(Long.MAX_VALUE);
  }
}
