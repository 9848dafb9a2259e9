// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.plaza.PlazaMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static PlazaMessage alive(long sequence) {
    return new PlazaMessage(
        "s", "one", 1, sequence, PlazaMessage.Kind.ALIVE, Optional.empty(), 0, false, 0);
  }

  @Test
  void givesWhatWasAddedInOrder() {
    Outbox outbox = new Outbox();
    outbox.add(alive(1));
    outbox.add(alive(2));
    assertThat(outbox.next()).isEqualTo(alive(1));
    assertThat(outbox.next()).isEqualTo(alive(2));
    assertThat(outbox.next()).isNull();
    assertThat(outbox.dropped()).isZero();
  }

  @Test
  void theOldestGoesWhenItIsFullAndThatIsCounted() {
    Outbox outbox = new Outbox();
    for (int i = 1; i <= Outbox.MOST + 3; i++) {
      outbox.add(alive(i));
    }
    assertThat(outbox.dropped()).isEqualTo(3);
    assertThat(outbox.next()).isEqualTo(alive(4));
  }
}
