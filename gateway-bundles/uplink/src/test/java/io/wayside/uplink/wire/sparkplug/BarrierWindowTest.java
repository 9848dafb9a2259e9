// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarrierWindowTest {

  private final BarrierWindow window = new BarrierWindow("demo", "gw-1", 4);

  private static RecordId id(long sequence) {
    return new RecordId("gw-1", "weighing.lane-1", sequence);
  }

  @Test
  void recordsCountAsThereWhenTheBarrierAfterThemIsAcknowledged() {
    window.sent(id(1));
    window.sent(id(2));
    Message barrier = window.close();
    assertThat(barrier.qos()).isEqualTo(1);
    assertThat(barrier.topic()).isEqualTo("way/v1/demo/gw-1/barrier");
    assertThat(new String(barrier.payload(), StandardCharsets.UTF_8))
        .isEqualTo("{\"barrier\":1,\"records\":2}");
    window.sent(id(3));
    assertThat(window.acknowledged(1)).containsExactly(id(1), id(2));
    assertThat(window.open()).isEqualTo(1);
    assertThat(window.acknowledged(1)).isEmpty();
    window.close();
    assertThat(window.acknowledged(2)).containsExactly(id(3));
  }

  @Test
  void aLaterBarrierCoversTheEarlierOnes() {
    window.sent(id(1));
    window.close();
    window.sent(id(2));
    window.close();
    assertThat(window.acknowledged(window.number())).containsExactly(id(1), id(2));
    assertThat(window.free()).isEqualTo(4);
  }

  @Test
  void aFullWindowTakesNoMore() {
    for (int i = 1; i <= 4; i++) {
      window.sent(id(i));
    }
    assertThat(window.free()).isZero();
    assertThatThrownBy(() -> window.sent(id(5))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new BarrierWindow("demo", "gw-1", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whateverTheTurnsEveryRecordIsToldOnceInOrder() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      BarrierWindow any = new BarrierWindow("demo", "gw-1", 1 + random.nextInt(20));
      List<RecordId> sent = new ArrayList<>();
      List<RecordId> told = new ArrayList<>();
      for (int turn = 0; turn < 300; turn++) {
        switch (random.nextInt(3)) {
          case 0 -> {
            if (any.free() > 0) {
              sent.add(id(sent.size() + 1L));
              any.sent(sent.get(sent.size() - 1));
            }
          }
          case 1 -> any.close();
          default -> told.addAll(any.acknowledged(random.nextLong(any.number() + 1)));
        }
      }
      any.close();
      told.addAll(any.acknowledged(any.number()));
      assertThat(told).isEqualTo(sent);
    }
  }
}
