// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Lease;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.modbus.round.Bit;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutputPortTest {

  private static final long MS = ManualTime.MS;
  private static final Bit BIT = new Bit(Table.COILS, 4, 0);

  private final ManualTime time = new ManualTime();
  private final ScriptedModule module = new ScriptedModule(time);
  private final OutputPort port = port(false, false);

  private OutputPort port(boolean safeOn, boolean inverted) {
    return new OutputPort(
        "barrier-1",
        module,
        BIT,
        200 * MS,
        inverted,
        new Lease(safeOn),
        new Backoff(20, 500, new SplittableRandom(1)),
        time);
  }

  private void round() {
    port.due(time.monotonicNanos());
    try {
      port.looked(module.has(BIT), module.look(stretch()).nanos());
    } catch (DeviceException e) {
      port.lost(Trouble.of(e), time.monotonicNanos());
    }
  }

  private static io.wayside.driver.modbus.round.Stretch stretch() {
    return new io.wayside.driver.modbus.round.Stretch(Table.COILS, 4, 1);
  }

  @Test
  void theSafeStateIsWrittenAtTheStart() {
    module.put(BIT, true);
    port.due(time.monotonicNanos());

    assertThat(module.has(BIT)).isFalse();
    assertThat(port.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void anInvertedOutputThatIsSafeWhenOnIsABitThatIsNotSet() throws DeviceException {
    OutputPort lamp = port(true, true);
    module.put(BIT, true);
    lamp.due(time.monotonicNanos());
    assertThat(module.has(BIT)).isFalse();
    lamp.drive(false, 1_000 * MS);

    assertThat(module.has(BIT)).isTrue();
  }

  @Test
  void beforeTheModuleConfirmedAnythingItCannotBeDriven() {
    assertThatThrownBy(() -> port.drive(true, 1_000 * MS))
        .isInstanceOf(DeviceException.LinkDown.class)
        .hasMessageContaining("barrier-1");
    assertThat(module.asked).isEmpty();
  }

  @Test
  void drivingWakesTheRoundThatEndsTheLease() throws DeviceException {
    round();
    port.drive(true, 30 * MS);

    assertThat(module.asked).endsWith("woken");
    assertThat(port.untilDueNanos(time.monotonicNanos(), 1_000 * MS)).isLessThanOrEqualTo(30 * MS);
    time.passMs(31);
    port.due(time.monotonicNanos());
    assertThat(module.has(BIT)).isFalse();
  }

  @Test
  void anOutputThatDoesNotFollowIsSaidAndToldAgainUntilItDoes() throws DeviceException {
    round();
    module.deaf(true);
    port.drive(true, 60_000 * MS);
    round();
    assertThat(port.health().status()).as("a module may take a cycle").isEqualTo(Status.OK);
    time.passMs(260);
    round();

    assertThat(port.health().code()).isEqualTo("output-not-followed");
    assertThat(port.health().message()).contains("barrier-1", "confirmed on", "has off");
    module.deaf(false);
    time.passMs(260);
    round();
    assertThat(module.has(BIT)).isTrue();
    round();
    assertThat(port.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aLookFromBeforeTheWritingSaysNothing() throws DeviceException {
    round();
    long before = time.monotonicNanos();
    time.passMs(1_000);
    port.drive(true, 60_000 * MS);
    port.looked(false, before);

    assertThat(port.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void whatFailedIsForgottenAndTheSafeStateComesFirstAfterwards() {
    round();
    module.failsWith(new DeviceException.TimedOut("module-1: no answer"));
    assertThatThrownBy(() -> port.drive(true, 60_000 * MS))
        .isInstanceOf(DeviceException.TimedOut.class)
        .hasMessageStartingWith("barrier-1: module-1");
    module.put(BIT, true); // the module had done it all the same
    assertThat(port.health().code()).isEqualTo("silent");
    assertThat(port.health().message()).contains("not known to be off");
    module.failsWith(null);
    time.passMs(600);
    round();

    assertThat(module.has(BIT)).isFalse();
    assertThat(port.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void eachFailureKeepsItsKindAndNamesTheOutput() {
    for (DeviceException why :
        new DeviceException[] {
          new DeviceException.LinkDown("down"),
          new DeviceException.Refused("refused"),
          new DeviceException.Garbled("garbled"),
          new DeviceException.TimedOut("late")
        }) {
      module.failsWith(null);
      time.passMs(1_000);
      round();
      module.failsWith(why);
      assertThatThrownBy(() -> port.drive(true, MS))
          .isExactlyInstanceOf(why.getClass())
          .hasMessage("barrier-1: " + why.getMessage());
    }
  }

  @Test
  void withoutTheWatchdogThatIsAskedForItStaysSafe() throws DeviceException {
    round();
    module.unwatched("module-1: its watchdog is not armed");

    assertThatThrownBy(() -> port.drive(true, 1_000 * MS))
        .isInstanceOf(DeviceException.Refused.class)
        .hasMessageContaining("barrier-1: module-1: its watchdog");
    assertThat(module.has(BIT)).isFalse();
    port.drive(false, 1_000 * MS);
    port.release();
  }

  @Test
  void theStopMakesItSafeAndSaysWhenNobodyConfirmedThat() throws DeviceException {
    round();
    port.drive(true, 60_000 * MS);
    port.close();
    assertThat(module.has(BIT)).isFalse();
    assertThat(port.health().message()).isEqualTo("barrier-1: the driver was stopped");
    assertThatThrownBy(() -> port.drive(true, 1_000 * MS))
        .isInstanceOf(DeviceException.LinkDown.class);

    OutputPort other = port(false, false);
    other.due(time.monotonicNanos());
    other.drive(true, 60_000 * MS);
    module.failsWith(new DeviceException.LinkDown("unplugged"));
    other.close();
    assertThat(other.health().message()).contains("not confirmed");
  }

  /**
   * Whatever happens: the bit is unsafe only within a lease, or while the module cannot be told.
   */
  @Test
  void theBitIsUnsafeOnlyWithinALease() {
    Random random = new Random(4);
    long leaseEnds = Long.MIN_VALUE;
    boolean well = true;
    for (int i = 0; i < 20_000; i++) {
      time.passMs(random.nextInt(40));
      switch (random.nextInt(12)) {
        case 0 -> {
          long lease = random.nextInt(500) * MS;
          leaseEnds = drives(lease) ? time.monotonicNanos() + lease : leaseEnds;
        }
        case 1 -> {
          well = random.nextInt(3) > 0;
          module.failsWith(well ? null : new DeviceException.TimedOut("no answer"));
          leaseEnds = well ? leaseEnds : Long.MIN_VALUE;
        }
        case 2 -> module.put(BIT, random.nextBoolean()); // somebody else writes
        default -> {}
      }
      for (int settle = 0; settle < 3; settle++) {
        time.passMs(well ? 0 : 1);
        round();
      }
      if (well && time.monotonicNanos() - leaseEnds > 0) {
        time.passMs(600); // the longest wait after a failure, and one cycle of the module
        round();
        round();
        assertThat(module.has(BIT)).isFalse();
      }
    }
  }

  private boolean drives(long leaseNanos) {
    try {
      port.drive(true, leaseNanos);
      return true;
    } catch (DeviceException notNow) {
      return false;
    }
  }
}
