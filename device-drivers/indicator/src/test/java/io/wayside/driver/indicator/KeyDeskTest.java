// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.Key;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class KeyDeskTest {

  private static final byte[] COMMAND = {'Z'};
  private static final Interruption CUT = new Interruption(0, Interruption.Cause.LINK_DOWN, "cut");

  private final KeyDesk desk = new KeyDesk(60_000);

  /** Presses on another thread, as the command path does; null when it worked. */
  private static CompletableFuture<DeviceException> pressed(
      KeyDesk desk, Key key, boolean answered) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            desk.press(key, COMMAND, answered);
            return null;
          } catch (DeviceException failed) {
            return failed;
          }
        });
  }

  private byte[] takenByTheLine() {
    long deadline = System.nanoTime() + 60_000_000_000L;
    byte[] due = desk.due();
    while (due.length == 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
      due = desk.due();
    }
    return due;
  }

  private static WeightReading reading(double kg, Basis basis, Flag... flags) {
    return new WeightReading(
        0, new Mass(kg), new Mass(20), Motion.AT_REST, basis, Flags.of(flags), "00");
  }

  private static DeviceException outcome(CompletableFuture<DeviceException> press)
      throws Exception {
    return press.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aCommandIsSentOnceAndTheEffectEndsTheWait() throws Exception {
    assertThat(desk.due()).isEmpty();
    CompletableFuture<DeviceException> press = pressed(desk, Key.TARE, false);
    assertThat(takenByTheLine()).isEqualTo(COMMAND);
    assertThat(desk.due()).isEmpty();
    assertThat(desk.waits()).isTrue();
    desk.received(reading(5_000, Basis.GROSS)); // still on its way
    desk.received(reading(0, Basis.GROSS)); // empty, not tared
    desk.received(reading(5_000, Basis.NET)); // another tare
    assertThat(press.isDone()).isFalse();
    desk.received(reading(0, Basis.NET));
    assertThat(outcome(press)).isNull();
    assertThat(desk.waits()).isFalse();
  }

  @Test
  void eachKeyHasItsSign() throws Exception {
    for (Key key : Key.values()) {
      CompletableFuture<DeviceException> press = pressed(desk, key, false);
      assertThat(takenByTheLine()).isEqualTo(COMMAND);
      boolean clears = key == Key.CLEAR_TARE || key == Key.ZERO;
      desk.received(reading(5_000, clears ? Basis.NET : Basis.GROSS));
      assertThat(press.isDone()).as("%s", key).isFalse();
      desk.received(reading(key == Key.PRESET_TARE ? -400 : 0, clears ? Basis.GROSS : Basis.NET));
      assertThat(outcome(press)).as("%s", key).isNull();
    }
  }

  @Test
  void whereTheDeviceAnswersWeightsProveNothing() throws Exception {
    CompletableFuture<DeviceException> press = pressed(desk, Key.ZERO, true);
    takenByTheLine();
    desk.received(reading(0, Basis.GROSS));
    assertThat(press.isDone()).isFalse();
    desk.done();
    assertThat(outcome(press)).isNull();
  }

  @Test
  void aRefusalIsARefusal() throws Exception {
    CompletableFuture<DeviceException> press = pressed(desk, Key.ZERO, true);
    takenByTheLine();
    desk.refused("too much on it");
    assertThat(outcome(press)).isInstanceOf(Refused.class).hasMessage("too much on it");
    CompletableFuture<DeviceException> blank = pressed(desk, Key.ZERO, false);
    takenByTheLine();
    desk.received(reading(40_180, Basis.GROSS, Flag.OUT_OF_RANGE));
    assertThat(outcome(blank)).isInstanceOf(Refused.class);
  }

  @Test
  void aLineThatBreaksBeforeTheCommandWasSentLeftNothingDone() throws Exception {
    CompletableFuture<DeviceException> unsent = pressed(desk, Key.ZERO, false);
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!unsent.isDone() && System.nanoTime() < deadline) {
      desk.interrupted(CUT);
    }
    assertThat(outcome(unsent)).isInstanceOf(LinkDown.class);
    CompletableFuture<DeviceException> sent = pressed(desk, Key.ZERO, false);
    takenByTheLine();
    desk.interrupted(CUT);
    assertThat(outcome(sent)).isInstanceOf(TimedOut.class);
  }

  @Test
  void withoutASignItIsNotKnownAndTheDeskIsFreeAgain() throws Exception {
    KeyDesk brief = new KeyDesk(20);
    assertThat(outcome(pressed(brief, Key.ZERO, false)))
        .isInstanceOf(TimedOut.class)
        .hasMessageContaining("20 ms");
    assertThat(brief.waits()).isFalse();
    assertThat(brief.due()).isEmpty();
  }

  @Test
  void oneKeyAtATime() throws Exception {
    CompletableFuture<DeviceException> first = pressed(desk, Key.ZERO, false);
    takenByTheLine();
    assertThat(outcome(pressed(desk, Key.TARE, false)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("another key");
    desk.received(reading(0, Basis.GROSS));
    assertThat(outcome(first)).isNull();
  }

  @Test
  void signsWithoutAKeyMeanNothing() throws InterruptedException, ExecutionException {
    desk.done();
    desk.refused("nobody asked");
    desk.received(reading(0, Basis.NET));
    desk.interrupted(CUT);
    assertThat(desk.waits()).isFalse();
  }
}
