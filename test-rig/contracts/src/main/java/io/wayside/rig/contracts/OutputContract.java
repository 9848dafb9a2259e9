// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Output;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What an {@link Output} promises: it holds while its lease lasts and else is in its safe state.
 */
public abstract class OutputContract extends DeviceContract<Output, OutputHarness> {

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(60);

  private boolean unsafe() {
    return !device().safeState();
  }

  private void eventuallySafe(String when) {
    eventually().until("safe " + when, () -> harness().peerIsOn() == device().safeState());
  }

  private void driveUnsafe(Duration lease) throws DeviceException {
    device().drive(unsafe(), lease);
    long[] over = {harness().monotonicNanos() + lease.toNanos()};
    eventually().until("driven", () -> isSeenUnsafe(lease, over));
  }

  /** Where time is real a short lease may be over before anybody looks: it is driven again then. */
  private boolean isSeenUnsafe(Duration lease, long[] over) {
    if (harness().peerIsOn() == unsafe()) {
      return true;
    }
    if (harness().monotonicNanos() - over[0] > 0) {
      over[0] = harness().monotonicNanos() + lease.toNanos();
      assertThatCode(() -> device().drive(unsafe(), lease)).doesNotThrowAnyException();
    }
    return false;
  }

  @Test
  void beginsInItsSafeState() {
    eventuallySafe("at the start");
  }

  @Test
  void holdsWhatItWasToldWhileTheLeaseLasts() throws DeviceException {
    driveUnsafe(LONG);
    harness().passTime(SHORT);

    assertThat(harness().peerIsOn()).isEqualTo(unsafe());
  }

  @Test
  void fallsToItsSafeStateWhenTheLeaseEnds() throws DeviceException {
    driveUnsafe(SHORT);
    harness().passTime(SHORT);

    eventuallySafe("after the lease");
  }

  @Test
  void aNewCallReplacesALongerLease() throws DeviceException {
    driveUnsafe(LONG);
    driveUnsafe(SHORT);
    harness().passTime(SHORT);

    eventuallySafe("after the shorter lease");
  }

  @Test
  void aNewCallReplacesAShorterLease() throws DeviceException {
    driveUnsafe(SHORT);
    driveUnsafe(LONG);
    harness().passTime(SHORT.multipliedBy(2));

    assertThat(harness().peerIsOn()).isEqualTo(unsafe());
  }

  @Test
  void canBeDrivenToItsSafeStateToo() throws DeviceException {
    driveUnsafe(LONG);
    device().drive(device().safeState(), LONG);

    eventuallySafe("when driven there");
  }

  @Test
  void releaseEndsTheLeaseNow() throws DeviceException {
    driveUnsafe(LONG);
    device().release();

    eventuallySafe("after release");
  }

  @Test
  void releaseWithoutALeaseDoesNoHarm() throws DeviceException {
    device().release();
    device().release();

    eventuallySafe("still");
  }

  @Test
  void fallsToItsSafeStateWhenTheDeviceIsLost() throws DeviceException {
    driveUnsafe(LONG);
    harness().breakLink();

    eventuallySafe("after the link broke");
  }

  @Test
  void fallsToItsSafeStateWhenTheGatewayStops() throws DeviceException {
    driveUnsafe(LONG);
    harness().stopDevice();

    eventuallySafe("after the stop");
  }

  @Test
  void saysWhenItCannotBeReachedAndDoesNotCatchUpLater() throws DeviceException {
    harness().breakLink();

    assertThatThrownBy(() -> device().drive(unsafe(), LONG))
        .isInstanceOfAny(DeviceException.LinkDown.class, DeviceException.TimedOut.class)
        .hasMessageContaining(device().deviceId());
    harness().restoreLink();
    eventuallySafe("after the link is back");
    eventually().until("it can be driven again", this::canBeDriven);
    eventually().until("driven", () -> harness().peerIsOn() == unsafe());
  }

  @Test
  void itsSafeStateNeverChanges() throws DeviceException {
    boolean before = device().safeState();
    driveUnsafe(LONG);

    assertThat(device().safeState()).isEqualTo(before);
  }

  private boolean canBeDriven() {
    try {
      device().drive(unsafe(), LONG);
      return true;
    } catch (DeviceException notYet) {
      return false;
    }
  }
}
