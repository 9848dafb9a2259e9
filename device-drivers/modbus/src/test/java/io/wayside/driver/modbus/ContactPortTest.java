// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.device.Settling;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.modbus.round.Bit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactPortTest {

  private static final long MS = ManualTime.MS;

  private final List<ContactChange> changes = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();
  private final Listener<ContactChange> listener =
      new Listener<>() {
        @Override
        public void received(ContactChange change) {
          changes.add(change);
        }

        @Override
        public void interrupted(Interruption interruption) {
          interruptions.add(interruption);
        }
      };

  private ContactPort port(long settleMs) {
    return new ContactPort(
        "loop-1",
        new Bit(Table.DISCRETE_INPUTS, 0, 0),
        10 * MS,
        200 * MS,
        new ContactTeller(new Settling(settleMs * MS, false), listener, 0),
        0);
  }

  private static ContactChange change(long ms, boolean active) {
    return new ContactChange(ms * MS, active, StampedBy.DRIVER);
  }

  @Test
  void aChangeHasTheTimeOfTheFirstLookThatSawItAndSaysThatTheDriverTookIt() {
    ContactPort port = port(0);
    port.looked(false, 10 * MS);
    port.looked(true, 20 * MS);
    port.looked(true, 30 * MS);
    port.looked(false, 40 * MS);

    assertThat(changes).containsExactly(change(20, true), change(40, false));
    assertThat(port.active()).contains(false);
  }

  @Test
  void aLevelSeenOnceDoesNotSettle() {
    ContactPort port = port(5);
    port.looked(false, 10 * MS);
    port.looked(true, 20 * MS);
    port.looked(false, 30 * MS);
    port.looked(false, 40 * MS);

    assertThat(changes).isEmpty();
  }

  @Test
  void aLevelSeenAtEveryLookOfTheSettlingTimeIsAChangeWithItsFirstTime() {
    ContactPort port = port(15);
    port.looked(false, 10 * MS);
    port.looked(true, 20 * MS);
    port.looked(true, 30 * MS);
    assertThat(changes).isEmpty();
    port.looked(true, 40 * MS);

    assertThat(changes).containsExactly(change(20, true));
  }

  /** What the page on drivers promises: a pulse as long as a look and the settling time is seen. */
  @Test
  void aPulseOfALookAndTheSettlingTimeIsAlwaysSeen() {
    Random random = new Random(8);
    for (int run = 0; run < 2_000; run++) {
      changes.clear();
      long lookMs = 2L + random.nextInt(30);
      long settleMs = random.nextInt(4) * lookMs; // whole looks, as between two one cannot see
      long from = 1_000L + random.nextInt(1_000);
      long to = from + lookMs + settleMs;
      ContactPort port = port(settleMs);
      for (long at = random.nextInt(40); at < 5_000; at += lookMs) {
        port.looked(at >= from && at < to, at * MS);
      }
      assertThat(changes).hasSize(2);
      assertThat(changes.get(0).monotonicNanos()).isBetween(from * MS, (from + lookMs) * MS);
      assertThat(changes.get(1).monotonicNanos()).isBetween(to * MS, (to + lookMs) * MS);
    }
  }

  @Test
  void aLongGapBetweenTwoLooksIsAnInterruptionAndTheStateIsToldAnew() {
    ContactPort port = port(0);
    port.looked(true, 10 * MS);
    port.looked(true, 210 * MS);
    assertThat(interruptions).isEmpty();
    port.looked(true, 411 * MS);

    assertThat(interruptions).hasSize(1);
    assertThat(interruptions.get(0).cause()).isEqualTo(Cause.SILENT);
    assertThat(interruptions.get(0).sinceMonotonicNanos()).isEqualTo(210 * MS);
    assertThat(interruptions.get(0).detail()).contains("loop-1", "201 ms", "blindAfter");
    assertThat(changes).containsExactly(change(411, true));
  }

  @Test
  void oneInterruptionAnOutageSinceTheLastLook() {
    ContactPort port = port(0);
    port.looked(true, 10 * MS);
    port.lost(Trouble.of(new DeviceException.TimedOut("module-1: no answer")), 30 * MS);
    port.lost(Trouble.of(new DeviceException.LinkDown("module-1: unplugged")), 90 * MS);

    assertThat(interruptions).hasSize(1);
    assertThat(interruptions.get(0).sinceMonotonicNanos()).isEqualTo(10 * MS);
    assertThat(interruptions.get(0).cause()).isEqualTo(Cause.SILENT);
    assertThat(port.active()).isEmpty();
    assertThat(port.health().code()).isEqualTo("link-down");
    assertThat(port.health().message()).contains("loop-1", "unplugged");
    port.looked(false, 500 * MS);
    assertThat(port.health().status()).isEqualTo(Status.OK);
    assertThat(changes).containsExactly(change(500, false));
  }

  @Test
  void afterTheStopNothingIsTold() {
    ContactPort port = port(0);
    port.looked(true, 10 * MS);
    port.lost(Trouble.STOPPED, 20 * MS);
    port.looked(false, 30 * MS);
    port.lost(Trouble.of(new DeviceException.LinkDown("gone")), 40 * MS);

    assertThat(changes).isEmpty();
    assertThat(interruptions).hasSize(1);
    assertThat(interruptions.get(0).cause()).isEqualTo(Cause.STOPPED);
    assertThat(port.health().code()).isEqualTo("stopped");
  }
}
