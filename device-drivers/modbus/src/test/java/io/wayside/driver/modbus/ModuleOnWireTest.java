// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.modbus.OutputConfig.WritableTable;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.modbus.ModbusFault;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module of the rig with contacts and outputs, on TCP. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModuleOnWireTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private Peer peer;
  private ModbusDevice module;

  @BeforeEach
  void start() throws IOException {
    peer = new Peer.OnTcp();
    module =
        Bench.device(
            Bench.lines(), peer.link(), Map.of("device_id", "module-1", "answerWithinMs", 400));
  }

  @AfterEach
  void close() {
    module.stop();
    peer.close();
  }

  private ModbusContact contact(String id, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(Map.of("device_id", id, "lookEveryMs", 5));
    values.put("blindAfterMs", 60_000);
    values.putAll(more);
    return new ModbusContact(Bench.contact(values), module, Bench.TIME);
  }

  private ModbusOutput output(String id, Map<String, Object> more) {
    Map<String, Object> values =
        new HashMap<>(Map.of("device_id", id, "lookEveryMs", 20, "safeOn", false));
    values.putAll(more);
    return new ModbusOutput(Bench.output(values), module, Bench.TIME);
  }

  private static void awaitOk(ModbusOutput output) {
    Bench.until(output.deviceId() + " is in order", () -> output.health().status() == Status.OK);
  }

  @Test
  void manyContactsAndTheirOutputsCostOneRequestForEachTable() {
    ModbusContact[] contacts = new ModbusContact[8];
    for (int i = 0; i < contacts.length; i++) {
      contacts[i] = contact("loop-" + i, Map.of("address", i, "lookEveryMs", 50));
    }
    for (ModbusContact contact : contacts) {
      Bench.until("all are known", () -> contact.active().isPresent());
    }
    int before = peer.module.requests();
    long from = System.nanoTime();
    Bench.until("some looks", () -> peer.module.requests() > before + 10);
    long rounds = (System.nanoTime() - from) / 50_000_000L;

    assertThat(peer.module.requests() - before).isLessThan((int) rounds + 6);
    for (ModbusContact contact : contacts) {
      contact.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, SILENT, silent",
    "GARBAGE, , ",
    "WRONG_UNIT, GARBLED, garbled",
    "EXCEPTION, SILENT, refused"
  })
  void aFaultOfTheModuleIsOneInterruptionAndTheStateIsToldAnew(
      ModbusFault fault, String cause, String code) {
    peer.holds(Table.DISCRETE_INPUTS, 0, 1);
    ModbusContact contact = contact("loop-1", Map.of("address", 0));
    Bench.until("it is known", () -> contact.active().isPresent());
    Heard<ContactChange> heard = new Heard<>();
    contact.subscribe(heard);
    peer.faults().exceptionCode(Refused.DEVICE_FAILURE);
    peer.faults().order(fault, 1_000_000);
    Bench.until("the interruption is told", () -> !heard.interruptions().isEmpty());
    Interruption told = heard.interruptions().get(0);
    if (cause != null) {
      assertThat(told.cause()).isEqualTo(Interruption.Cause.valueOf(cause));
      Bench.until("health says it", () -> contact.health().code().equals(code));
    }
    assertThat(told.detail()).contains("loop-1", "module-1");
    peer.faults().clear();
    Bench.until("the state is told", () -> heard.events().size() == 1);

    assertThat(heard.events().get(0).active()).isTrue();
    assertThat(heard.trace()).isEqualTo("ie");
    contact.stop();
  }

  @Test
  void aLookIsStampedInTheMiddleOfALongExchange() {
    ModbusContact contact = contact("loop-1", Map.of("address", 0));
    Bench.until("it is known", () -> contact.active().isPresent());
    Heard<ContactChange> heard = new Heard<>();
    contact.subscribe(heard);
    peer.faults().lateBy(Duration.ofMillis(120));
    peer.faults().order(ModbusFault.LATE, 1_000);
    Bench.until("a late one", () -> peer.faults().struck() > 1);
    peer.holds(Table.DISCRETE_INPUTS, 0, 1);
    Bench.until("the change", () -> !heard.events().isEmpty());
    long agoNanos = System.nanoTime() - heard.events().get(0).monotonicNanos();

    peer.faults().clear();
    assertThat(agoNanos).isGreaterThanOrEqualTo(60_000_000L);
    contact.stop();
  }

  @Test
  void anOutputThatJamsIsSaidAndFollowsOnceItIsFree() throws DeviceException {
    ModbusOutput lamp = output("lamp-1", Map.of("address", 3));
    awaitOk(lamp);
    peer.module.jam(3);
    lamp.drive(true, LONG);
    Bench.until("it is said", () -> lamp.health().code().equals("output-not-followed"));
    peer.module.free(3);

    awaitOk(lamp);
    assertThat(peer.one.coil(3)).isTrue();
    lamp.stop();
    assertThat(peer.one.coil(3)).isFalse();
  }

  @Test
  void outputsInOneRegisterLeaveEachOtherAlone() throws Exception {
    ModbusOutput[] outputs = new ModbusOutput[4];
    for (int bit = 0; bit < outputs.length; bit++) {
      Map<String, Object> place = new HashMap<>();
      place.put("table", WritableTable.HOLDING_REGISTERS);
      place.put("address", 8);
      place.put("bit", bit);
      outputs[bit] = output("lamp-" + bit, place);
      awaitOk(outputs[bit]);
    }
    peer.one.holding(8, 0xFF00);
    Thread[] drivers = new Thread[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      ModbusOutput mine = outputs[i];
      drivers[i] = new Thread(() -> blink(mine), "driver-" + i);
      drivers[i].start();
    }
    for (Thread driver : drivers) {
      driver.join(20_000);
    }

    assertThat(peer.one.holding(8)).isEqualTo(0xFF0F);
    for (ModbusOutput output : outputs) {
      output.stop();
    }
    assertThat(peer.one.holding(8)).isEqualTo(0xFF00);
  }

  private static void blink(ModbusOutput output) {
    try {
      for (int i = 0; i < 40; i++) {
        output.drive(i % 2 == 1, LONG);
      }
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twoOutputsCannotHaveOneBit() {
    ModbusOutput lamp = output("lamp-1", Map.of("address", 3));

    assertThatThrownBy(() -> output("lamp-2", Map.of("address", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lamp-1")
        .hasMessageContaining("lamp-2")
        .hasMessageContaining("COILS 3");
    lamp.stop();
  }

  @Test
  void aModuleWhoseWatchdogCannotBeArmedKeepsItsOutputsSafeAndSaysWhy() {
    module.stop();
    module =
        Bench.device(
            Bench.lines(),
            peer.link(),
            Map.of("device_id", "module-1", "watchdogAddress", 4_000, "watchdogValue", 20));
    ModbusOutput lamp = output("lamp-1", Map.of("address", 3));
    awaitOk(lamp);

    assertThatThrownBy(() -> lamp.drive(true, LONG))
        .isInstanceOf(DeviceException.Refused.class)
        .hasMessageContaining("lamp-1")
        .hasMessageContaining("watchdog");
    Bench.until("health says it", () -> module.health().code().equals("watchdog-not-armed"));
    assertThat(peer.one.coil(3)).isFalse();
    lamp.stop();
  }

  @Test
  void theWatchdogStrikesWhenTheGatewayIsGoneAndIsArmedAnewWhenItIsBack() throws Exception {
    module.stop();
    module =
        Bench.device(
            Bench.lines(),
            peer.link(),
            Map.of("device_id", "module-1", "watchdogAddress", Peer.WATCHDOG, "watchdogValue", 5));
    peer.module.failSafeCoil(3, false);
    ModbusOutput lamp = output("lamp-1", Map.of("address", 3));
    awaitOk(lamp);
    Bench.until("it can be driven", () -> drives(lamp));
    peer.breakLink();
    Bench.until("the watchdog strikes", () -> peer.module.strikes() > 0 && !peer.one.coil(3));
    peer.restoreLink();
    awaitOk(lamp);
    Bench.until("it is armed anew", () -> peer.one.holding(Peer.WATCHDOG) == 5);

    assertThat(peer.one.coil(3)).isFalse();
    lamp.stop();
  }

  private static boolean drives(ModbusOutput output) {
    try {
      output.drive(true, LONG);
      return true;
    } catch (DeviceException notYet) {
      return false;
    }
  }
}
