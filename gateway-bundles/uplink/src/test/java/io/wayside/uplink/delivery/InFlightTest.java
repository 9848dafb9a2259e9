// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.RecordId;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlight inFlight = new InFlight(2);
  private final RecordId first = new RecordId("gw-1", "s", 1);
  private final RecordId second = new RecordId("gw-1", "s", 2);

  @Test
  void acknowledgementsOpenTheWindowInAnyOrder() {
    inFlight.sent(first, 10);
    inFlight.sent(second, 20);
    assertThat(inFlight.free()).isZero();
    assertThat(inFlight.acknowledged(second)).isTrue();
    assertThat(inFlight.free()).isEqualTo(1);
    assertThat(inFlight.oldestAgeNanos(50)).isEqualTo(40);
    assertThat(inFlight.acknowledged(first)).isTrue();
    assertThat(inFlight.isEmpty()).isTrue();
    assertThat(inFlight.oldestAgeNanos(50)).isZero();
  }

  @Test
  void anAcknowledgementOfSomethingElseChangesNothing() {
    inFlight.sent(first, 10);
    assertThat(inFlight.acknowledged(second)).isFalse();
    assertThat(inFlight.free()).isEqualTo(1);
  }

  @Test
  void sendingBeyondTheWindowIsAMistake() {
    inFlight.sent(first, 10);
    inFlight.sent(second, 10);
    assertThatThrownBy(() -> inFlight.sent(new RecordId("gw-1", "s", 3), 10))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWindowOfNothingIsRefused() {
    assertThatThrownBy(() -> new InFlight(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
