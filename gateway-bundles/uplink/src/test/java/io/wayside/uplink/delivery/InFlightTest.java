// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.Message;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlight inFlight = new InFlight(5, 2);
  private final Parcel one = parcel(1);
  private final Parcel three = parcel(3);

  private static Parcel parcel(int records) {
    List<RecordId> ids =
        LongStream.rangeClosed(1, records).mapToObj(i -> new RecordId("gw-1", "s", i)).toList();
    return new Parcel(Message.of("topic", new byte[10]), "application/json", ids, false);
  }

  @Test
  void acknowledgementsOpenTheWindowInAnyOrder() {
    inFlight.sent(one, 10);
    inFlight.sent(three, 20);
    assertThat(inFlight.free()).isEqualTo(1);
    assertThat(inFlight.takesMessage()).isFalse();
    assertThat(inFlight.acknowledged(three)).hasValue(20);
    assertThat(inFlight.records()).isEqualTo(1);
    assertThat(inFlight.free()).isEqualTo(4);
    assertThat(inFlight.takesMessage()).isTrue();
    assertThat(inFlight.oldestAgeNanos(50)).isEqualTo(40);
    assertThat(inFlight.acknowledged(one)).hasValue(10);
    assertThat(inFlight.isEmpty()).isTrue();
    assertThat(inFlight.free()).isEqualTo(5);
    assertThat(inFlight.oldestAgeNanos(50)).isZero();
  }

  @Test
  void theSameRecordsInAnotherMessageAreAnotherParcel() {
    inFlight.sent(one, 10);
    assertThat(inFlight.acknowledged(parcel(1))).isEmpty();
    assertThat(inFlight.free()).isEqualTo(4);
    assertThat(inFlight.acknowledged(one)).hasValue(10);
    assertThat(inFlight.acknowledged(one)).isEmpty();
    assertThat(inFlight.free()).isEqualTo(5);
  }

  @Test
  void sendingBeyondTheWindowIsAMistake() {
    assertThatThrownBy(() -> inFlight.sent(parcel(6), 10))
        .isInstanceOf(IllegalStateException.class);
    inFlight.sent(one, 10);
    inFlight.sent(parcel(1), 10);
    assertThatThrownBy(() -> inFlight.sent(parcel(1), 10))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWindowOfNothingIsRefused() {
    assertThatThrownBy(() -> new InFlight(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InFlight(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
