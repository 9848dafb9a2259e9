// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static io.wayside.driver.indicator.Wired.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.health.Health.Status;
import io.wayside.core.register.NumberForm;
import io.wayside.rig.contracts.RegisterHarness.Manner;
import io.wayside.rig.contracts.scripted.ScriptedRegisterDevice;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The component with its thread, on the scripted register device. */
class RegisterScaleTest {

  private final ScriptedRegisterDevice meter = new ScriptedRegisterDevice("meter-1");
  private final Captured heard = new Captured();
  private RegisterScale scale;

  @AfterEach
  void stop() {
    if (scale != null) {
      scale.stop();
    }
  }

  @Test
  void weightAndStatusAreReadAgainAndAgain() {
    meter.holds(Table.HOLDING_REGISTERS, RegisterHarness.WEIGHT_AT, 0, 12_340, 0x0003);
    start(Map.of("statusAddress", 10, "motionMask", 1, "netMask", 2));
    until("readings", () -> heard.readings().size() >= 5);
    assertThat(heard.kilograms()).containsOnly(12_340.0);
    assertThat(heard.last().motion()).isEqualTo(Motion.MOVING);
    assertThat(heard.last().basis()).isEqualTo(Basis.NET);
    assertThat(heard.last().rawFrame()).isEqualTo("000030340003");
    assertThat(scale.health().status()).isEqualTo(Status.OK);
    assertThat(scale.healthId()).isEqualTo("device.scale-2");
  }

  @Test
  void aDeviceThatDoesNotAnswerIsSilentAndComesBack() {
    start(Map.of("silentAfterMs", 200));
    until("a reading", () -> !heard.readings().isEmpty());
    meter.answers(Manner.NOT_AT_ALL);
    until("interruption", () -> heard.interruptions().size() == 1);
    assertThat(heard.interruptions()).extracting(Interruption::cause).containsExactly(Cause.SILENT);
    assertThat(scale.health().message()).contains("register scale scale-2 on meter-1");
    meter.answers(Manner.PROPERLY);
    until("health", () -> scale.health().status() == Status.OK);
  }

  @Test
  void aRefusalOrGarbageIsToldAsGarbled() {
    meter.answers(Manner.REFUSING);
    start(Map.of("silentAfterMs", 200));
    until("interruption", () -> heard.interruptions().size() == 1);
    assertThat(scale.health().code()).isEqualTo("garbled");
    assertThat(scale.health().message()).contains("refused by the script");
    meter.answers(Manner.GARBLED);
    until("the cause of now", () -> scale.health().message().contains("garbled by the script"));
    assertThat(heard.interruptions()).hasSize(1);
  }

  @Test
  void keysAreValuesOfARegisterAndTheWeightMustShowThem() throws Exception {
    meter.holds(Table.HOLDING_REGISTERS, RegisterHarness.WEIGHT_AT, 0, 12_340, 0);
    start(
        Map.of(
            "statusAddress", 10, "motionMask", 1, "netMask", 2, "keysAddress", 20, "tareValue", 7));
    until("readings", () -> !heard.readings().isEmpty());
    assertThatThrownBy(scale::zero)
        .isInstanceOf(DeviceException.Refused.class)
        .hasMessageContaining("keysAddress");
    assertThatThrownBy(scale::tare).isInstanceOf(DeviceException.TimedOut.class); // no effect
    assertThat(meter.cell(Table.HOLDING_REGISTERS, 20)).isEqualTo(7);
    Thread transmitter =
        new Thread(
            () -> {
              until("the key", () -> meter.cell(Table.HOLDING_REGISTERS, 20) == 7);
              meter.holds(Table.HOLDING_REGISTERS, RegisterHarness.WEIGHT_AT, 0, 0, 2);
            });
    meter.holds(Table.HOLDING_REGISTERS, 20, 0);
    transmitter.start();
    scale.tare();
    until("the listener hears of it", () -> heard.last().basis() == Basis.NET);
    transmitter.join();
  }

  @Test
  void aKeyThatTheDeviceRefusesIsRefused() {
    start(Map.of("keysAddress", 20, "clearTareValue", 3));
    until("readings", () -> !heard.readings().isEmpty());
    meter.answers(Manner.REFUSING);
    assertThatThrownBy(scale::clearTare).isInstanceOf(DeviceException.class);
  }

  @Test
  void stoppingTellsTheListenersAndEndsTheThread() {
    start(Map.of());
    until("a reading", () -> !heard.readings().isEmpty());
    scale.stop();
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.STOPPED);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("register-scale-scale-2")))
        .isEmpty();
  }

  @Test
  void aMapThatMakesNoSenseIsRefusedAtTheStart() {
    assertThatThrownBy(() -> start(Map.of("netMask", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("statusAddress");
    assertThatThrownBy(() -> start(Map.of("scaleIntervalKg", 0.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("device scale-2");
  }

  private void start(Map<String, Object> more) {
    scale = new RegisterScale(config(more), meter, Wired.TIME);
    scale.subscribe(heard);
  }

  static RegisterScaleConfig config() {
    return config(Map.of());
  }

  private static RegisterScaleConfig config(Map<String, Object> more) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "device_id",
                "scale-2",
                "weightAddress",
                RegisterHarness.WEIGHT_AT,
                "number",
                NumberForm.INT32,
                "scaleIntervalKg",
                Wired.INTERVAL_KG,
                "maxKg",
                40_000.0,
                "readEveryMs",
                10));
    values.putAll(more);
    return (RegisterScaleConfig)
        Proxy.newProxyInstance(
            RegisterScaleConfig.class.getClassLoader(),
            new Class<?>[] {RegisterScaleConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
