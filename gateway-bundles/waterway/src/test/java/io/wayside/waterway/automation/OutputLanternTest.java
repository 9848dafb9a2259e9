// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Output;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputLanternTest {

  private final List<String> driven = new ArrayList<>();

  private Output output(boolean safe) {
    return new Output() {
      @Override
      public void drive(boolean on, Duration lease) {
        driven.add((on ? "on " : "off ") + lease.toSeconds());
      }

      @Override
      public void release() {
        driven.add("released");
      }

      @Override
      public boolean safeState() {
        return safe;
      }

      @Override
      public String deviceId() {
        return "relay-3";
      }
    };
  }

  @Test
  void relayIsDrivenUnderTheLeaseAndLetGo() throws Exception {
    OutputLantern lantern = new OutputLantern(output(true));
    Answer answer = lantern.order(new LanternOrder.Dark(), Duration.ofMinutes(1));
    lantern.order(new LanternOrder.Shine(), Duration.ofMinutes(2));
    lantern.order(new LanternOrder.Automatic(), Duration.ofMinutes(2));
    lantern.release();

    assertThat(driven).containsExactly("off 60", "on 120", "released", "released");
    assertThat(answer).as("a relay has no word for it").isEqualTo(Answer.TAKEN);
  }

  @Test
  void relayThatFallsDarkIsNoLantern() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutputLantern(output(false)))
        .withMessageContaining("relay-3");
  }

  @Test
  void whatARelayCannotDoIsRefused() {
    OutputLantern lantern = new OutputLantern(output(true));
    for (LanternOrder order :
        List.of(
            new LanternOrder.Rhythm("11"),
            new LanternOrder.Intensity(1),
            new LanternOrder.Reset())) {
      assertThat(lantern.knows()).doesNotContain(order.getClass());
      assertThatThrownBy(() -> lantern.order(order, Duration.ofMinutes(1)))
          .isInstanceOf(DeviceException.Refused.class);
    }
    assertThat(driven).isEmpty();
  }
}
