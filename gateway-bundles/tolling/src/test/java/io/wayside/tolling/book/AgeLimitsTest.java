// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.tolling.book.AgeLimits.Age;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeLimitsTest {

  private static final Instant AS_OF = Instant.parse("2026-11-21T10:00:00Z");
  private static final ListInForce LIST = new ListInForce("alpha", "blocked", 3, AS_OF);

  @ParameterizedTest
  @CsvSource({
    "-3600, FRESH",
    "0, FRESH",
    "899, FRESH",
    "900, ALARM",
    "86399, ALARM",
    "86400, STALE",
    "9999999, STALE"
  })
  void aListGrowsOldAtAQuarterOfAnHourAndAtADay(long seconds, Age age) {
    assertThat(AgeLimits.USUAL.of(LIST, AS_OF.plusSeconds(seconds))).isEqualTo(age);
    assertThat(AgeLimits.age(LIST, AS_OF.plusSeconds(seconds)))
        .isEqualTo(Duration.ofSeconds(Math.max(0, seconds)));
  }

  @Test
  void nothingIsStaleBeforeItIsLate() {
    assertThatThrownBy(() -> new AgeLimits(Duration.ofHours(2), Duration.ofHours(1)))
        .hasMessageContaining("PT1H");
  }

  @Test
  void aListIsKnownByItsWordOnly() {
    for (ListType type : ListType.values()) {
      assertThat(ListType.of(type.word())).contains(type);
    }
    assertThat(ListType.of("Accounts")).isEmpty();
    assertThat(ListType.of("")).isEmpty();
  }
}
