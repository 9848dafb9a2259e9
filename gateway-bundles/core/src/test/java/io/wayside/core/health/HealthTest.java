// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.health.Health.Status;
import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void isTheSameWheneverItBegan() {
    assertThat(Health.ok(1).sameAs(Health.ok(2))).isTrue();
    assertThat(Health.ok(1).sameAs(Health.starting("opening", 1))).isFalse();
    assertThat(
            new Health(Status.FAILED, "link-down", "a", 1)
                .sameAs(new Health(Status.FAILED, "link-down", "b", 1)))
        .isFalse();
    assertThat(
            new Health(Status.FAILED, "link-down", "a", 1)
                .sameAs(new Health(Status.FAILED, "silent", "a", 1)))
        .isFalse();
  }

  @Test
  void goesIntoARecordInLowerCase() {
    assertThat(Json.write(new Health(Status.DEGRADED, "silent", "no answer", 1).toValue()))
        .isEqualTo("{\"status\":\"degraded\",\"code\":\"silent\",\"message\":\"no answer\"}");
  }
}
