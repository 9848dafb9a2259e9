// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final long MS = ManualTime.MS;
  private static final String ARMED = "HOLDING_REGISTERS 90=15";
  private static final String LOOKED = "HOLDING_REGISTERS 90+1";

  private final ManualTime time = new ManualTime();
  private final ScriptedModule module = new ScriptedModule(time);

  private Watchdog watchdog(int arm, int feed) {
    return new Watchdog(module, arm, 15, feed, 100 * MS, time.monotonicNanos());
  }

  private void tend(Watchdog watchdog) throws DeviceException {
    watchdog.tend(time.monotonicNanos());
  }

  @Test
  void withoutOneNothingIsAskedAndNothingIsAmiss() throws DeviceException {
    Watchdog none = watchdog(-1, -1);
    tend(none);
    none.lost(new DeviceException.LinkDown("down"), time.monotonicNanos());

    assertThat(module.asked).isEmpty();
    assertThat(none.amiss()).isEmpty();
    assertThat(none.untilDueNanos(time.monotonicNanos(), 77)).isEqualTo(77);
  }

  @Test
  void itIsArmedAndReadBackOnceAndLookedAtNowAndThen() throws DeviceException {
    Watchdog watchdog = watchdog(90, -1);
    assertThat(watchdog.amiss()).isPresent();
    tend(watchdog);
    tend(watchdog);
    assertThat(module.asked).containsExactly(ARMED, LOOKED);
    assertThat(watchdog.amiss()).isEmpty();
    time.passMs(2_100);
    tend(watchdog);

    assertThat(module.asked).containsExactly(ARMED, LOOKED, LOOKED);
  }

  @Test
  void oneThatForgotIsArmedAnew() throws DeviceException {
    Watchdog watchdog = watchdog(90, -1);
    tend(watchdog);
    module.write(io.wayside.core.device.RegisterDevice.Table.HOLDING_REGISTERS, 90, 0);
    module.asked.clear();
    time.passMs(2_100);
    tend(watchdog);

    assertThat(module.asked).containsExactly(LOOKED, ARMED, LOOKED);
  }

  @Test
  void oneThatDoesNotTakeItIsAmissAndAskedAgain() {
    Watchdog watchdog = watchdog(90, -1);
    module.deaf(true);
    assertThatThrownBy(() -> tend(watchdog))
        .isInstanceOf(DeviceException.Refused.class)
        .satisfies(why -> watchdog.lost((DeviceException) why, time.monotonicNanos()));

    assertThat(watchdog.amiss().orElse("")).contains("register 90 holds 0 and not 15", "manual");
    assertThat(watchdog.untilDueNanos(time.monotonicNanos(), 1L << 60)).isPositive();
  }

  @Test
  void afterTheModuleWasAwayItIsArmedAtOnce() throws DeviceException {
    Watchdog watchdog = watchdog(90, -1);
    tend(watchdog);
    watchdog.lost(new DeviceException.TimedOut("no answer"), time.monotonicNanos());
    assertThat(watchdog.amiss().orElse("")).contains("no answer");
    module.asked.clear();
    tend(watchdog);

    assertThat(module.asked).containsExactly(ARMED, LOOKED);
    assertThat(watchdog.amiss()).isEmpty();
  }

  @Test
  void itIsFedWithNumbersThatDifferFromOneToTheNext() throws DeviceException {
    Watchdog watchdog = watchdog(-1, 91);
    for (int i = 0; i < 10; i++) {
      tend(watchdog);
      time.passMs(50);
    }

    assertThat(module.asked)
        .containsExactly(
            "HOLDING_REGISTERS 91=1",
            "HOLDING_REGISTERS 91=2",
            "HOLDING_REGISTERS 91=3",
            "HOLDING_REGISTERS 91=4",
            "HOLDING_REGISTERS 91=5");
  }
}
