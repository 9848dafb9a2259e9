// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LanternOrder;
import io.wayside.core.water.LightStatus;
import io.wayside.driver.lantern.map.LanternMap;
import io.wayside.driver.modbus.ModbusDevice;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.lantern.AtonStation;
import io.wayside.rig.simulators.lantern.Lamp;
import io.wayside.rig.simulators.lantern.MarineLantern;
import io.wayside.rig.simulators.lantern.ObstructionLight;
import io.wayside.rig.simulators.lantern.PowerController;
import io.wayside.rig.simulators.lantern.Stubbornness;
import io.wayside.rig.simulators.modbus.ModbusFault;
import io.wayside.rig.simulators.modbus.RegisterImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver against simulated devices, beyond what every lantern promises. */
class LanternOnWireTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final LanternOrder DARK = new LanternOrder.Dark();
  private static final int ALL = 10_000;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Lamp lamp = new Lamp();
  private final Heard<AidReport> heard = new Heard<>();

  @TempDir Path folder;

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private ModbusLantern start(Wire<?> wire, LanternMap map, Map<String, Object> more) {
    ModbusDevice modbus = Bench.modbus(wire.link());
    ModbusLantern lantern = Bench.lantern(map, modbus, more);
    lantern.subscribe(heard);
    open.add(wire);
    open.add(modbus::stop);
    open.add(lantern::stop);
    return lantern;
  }

  private <R extends RegisterImage> Wire<R> onTcp(
      java.util.function.Function<io.wayside.rig.simulators.clock.RealRigClock, R> making)
      throws IOException {
    return new Wire.OnTcp<>(making);
  }

  private AidReport eventually(String what, Predicate<AidReport> is) {
    Bench.until(what, () -> heard.events().stream().anyMatch(is));
    return heard.events().stream().filter(is).findFirst().orElseThrow();
  }

  @Test
  void anAtonStationIsReadOverSerialWithAllItsFaults() throws IOException {
    Wire<AtonStation> wire = new Wire.OnPty<>(folder, clock -> new AtonStation());
    ModbusLantern station = start(wire, Bench.hurried("amec-aton"), Map.of());

    eventually(
        "the vendor's own supply",
        report -> Double.valueOf(11.492).equals(report.quantities().get(AidQuantity.SUPPLY_V)));
    wire.device.faults(false, false, true);
    assertThat(eventually("a fault", report -> !report.signs().isEmpty()).signs())
        .containsExactly(AidSign.RADIO_FAULT);
    assertThat(station.knows()).isEmpty();
    assertThatThrownBy(() -> station.order(DARK, LONG))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lamp-1")
        .hasMessageContaining("takes no orders");
    assertThat(station.fallback()).isEqualTo(Fallback.HOLDS);
    assertThat(wire.device.writes()).isZero();
  }

  @Test
  void aPowerControllerIsReadWithItsSignsAndLongNumbers() throws IOException {
    PowerController power = new PowerController();
    power.battery(12.63);
    power.panel(18.5);
    power.currents(-0.25, 70.5);
    power.noTemperature();
    power.state(true, false, 5);
    power.door(true);
    Wire<RegisterImage> wire = onTcp(clock -> power.image());
    start(wire, Bench.hurried("example-power-controller"), Map.of());

    AidReport report = eventually("all is read", r -> r.signs().contains(AidSign.DOOR_OPEN));
    assertThat(report.quantities())
        .containsEntry(AidQuantity.SUPPLY_V, 12.63)
        .containsEntry(AidQuantity.SOLAR_V, 18.5)
        .containsEntry(AidQuantity.CHARGE_A, -0.25)
        .containsEntry(AidQuantity.LOAD_A, 70.5)
        .doesNotContainKey(AidQuantity.LAMP_CEL);
    assertThat(report.signs())
        .containsExactlyInAnyOrder(AidSign.BATTERY_LOW, AidSign.SUPPLY_FAILED, AidSign.DOOR_OPEN);
  }

  @Test
  void nothingIsWrittenToALanternThatTakesNoOrders() throws IOException {
    Wire<MarineLantern> wire = onTcp(clock -> new MarineLantern(clock, lamp, true));
    start(wire, Bench.hurried("example-lantern"), Map.of());

    eventually("a report", report -> report.light() == LightStatus.ON);
    Bench.until("more reports", () -> heard.events().size() > 5);
    assertThat(wire.device.writes()).isZero();
  }

  @Test
  void aRowThatTheDeviceRefusesIsNamedAndTheOthersAreReadOn() throws IOException {
    Wire<MarineLantern> wire = onTcp(clock -> new MarineLantern(clock, lamp, false));
    LanternMap map =
        Bench.map("example-lantern", "\"inputs\", \"address\": 8", "\"inputs\", \"address\": 18");
    ModbusLantern lantern = start(wire, map, Map.of());

    Bench.until("it shows", () -> lantern.health().code().equals("refused"));
    assertThat(lantern.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(lantern.health().message()).contains("inputs at holding-registers 18");
    AidReport report = eventually("the others", each -> each.light() == LightStatus.ON);
    assertThat(report.inputs()).isEmpty();
    assertThat(heard.interruptions()).isEmpty();
    open.add(wire.device);
  }

  @Test
  void anObstructionLightConfirmsByItsOwnWordAndIsKeptByItsHeartbeat() throws Exception {
    Wire<ObstructionLight> wire =
        onTcp(clock -> new ObstructionLight(clock, lamp, Duration.ofMillis(200)));
    LanternMap map = Bench.map("fts-370", "\"timeMs\": 30000", "\"timeMs\": 1500");
    ModbusLantern light = start(wire, map, Map.of("takesOrders", true));
    Bench.until("in order", () -> light.health().status() == Status.OK);

    assertThat(light.fallback()).isEqualTo(Fallback.RETURNS_BY_ITSELF);
    assertThat(light.order(DARK, LONG)).isEqualTo(Answer.CONFIRMED);
    assertThat(lamp.isLit()).isFalse();
    int beats = wire.device.writes();
    Bench.until("the heart beats", () -> wire.device.writes() > beats + 3);
    eventually("it says so", report -> report.light() == LightStatus.OFF);
    assertThat(lamp.isLit()).isFalse();
    light.release();
    Bench.until("lit again", lamp::isLit);
    open.add(wire.device);
  }

  @Test
  void aLightThatCannotDoItIsNotConfirmedAndLeftLit() throws Exception {
    Wire<ObstructionLight> wire =
        onTcp(clock -> new ObstructionLight(clock, lamp, Duration.ofMillis(20)));
    LanternMap map = Bench.map("fts-370", "\"withinMs\": 12000", "\"withinMs\": 2000");
    ModbusLantern light = start(wire, map, Map.of("takesOrders", true));
    Bench.until("in order", () -> light.health().status() == Status.OK);

    assertThat(light.order(DARK, LONG)).isEqualTo(Answer.CONFIRMED);
    light.release();
    wire.device.is(Stubbornness.STUCK);
    assertThatThrownBy(() -> light.order(DARK, LONG))
        .isInstanceOf(TimedOut.class)
        .hasMessageContaining("not done it in time")
        .hasMessageContaining("holding-registers 302");
    assertThat(lamp.isLit()).isTrue();
    wire.device.is(Stubbornness.NONE);
    Bench.until("in order", () -> light.health().status() == Status.OK);
    assertThat(lamp.isLit()).isTrue();
    open.add(wire.device);
  }

  @Test
  void ordersLeaveNothingOverFromTheOrderBefore() throws Exception {
    Wire<MarineLantern> wire = onTcp(clock -> new MarineLantern(clock, lamp, true));
    ModbusLantern lantern =
        start(
            wire,
            Bench.hurried("example-lantern"),
            Map.of("takesOrders", true, "ownRhythm", "Fl(2) 6s", "ownIntensityPercent", 70));
    Bench.until("set up", () -> wire.device.rhythm() == 2 && wire.device.intensityPercent() == 70);
    Bench.until("in order", () -> lantern.health().status() == Status.OK);

    assertThat(lantern.order(new LanternOrder.Rhythm("Q"), LONG)).isEqualTo(Answer.CONFIRMED);
    assertThat(wire.device.rhythm()).isEqualTo(3);
    assertThat(lantern.order(new LanternOrder.Intensity(0.3), LONG)).isEqualTo(Answer.CONFIRMED);
    assertThat(wire.device.rhythm()).isEqualTo(2);
    assertThat(wire.device.intensityPercent()).isEqualTo(30);
    lantern.release();
    assertThat(wire.device.intensityPercent()).isEqualTo(70);
    assertThatThrownBy(() -> lantern.order(new LanternOrder.Rhythm("VQ"), LONG))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("VQ");
    assertThat(lantern.order(new LanternOrder.Reset(), LONG)).isEqualTo(Answer.TAKEN);
    assertThat(wire.device.restarts()).isEqualTo(1);
    open.add(wire.device);
  }

  @Test
  void anOffsetIsSaidAsADelayOnTheWire() throws Exception {
    Wire<MarineLantern> wire = onTcp(clock -> new MarineLantern(clock, lamp, true));
    ModbusLantern lantern =
        start(wire, Bench.hurried("example-lantern"), Map.of("takesOrders", true));
    Bench.until("in order", () -> lantern.health().status() == Status.OK);

    assertThat(lantern.keepsStep()).isTrue();
    assertThat(lantern.keepStep(700, 3_000)).isEqualTo(Answer.CONFIRMED);
    assertThat(wire.device.delayMs()).isEqualTo(2_300);
    assertThat(lantern.keepStep(0, 3_000)).isEqualTo(Answer.CONFIRMED);
    assertThat(wire.device.delayMs()).isZero();
    assertThatThrownBy(() -> lantern.keepStep(705, 3_000))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("705 ms");
    open.add(wire.device);
  }

  @Test
  void whatCannotBeReadIsAnInterruptionAndComesBackByItself() throws IOException {
    Wire<MarineLantern> wire =
        new Wire.OnPty<>(folder, clock -> new MarineLantern(clock, lamp, true));
    ModbusLantern lantern = start(wire, Bench.hurried("example-lantern"), Map.of());
    eventually("a report", report -> report.mode() == LanternMode.AUTOMATIC);

    wire.faults().order(ModbusFault.WRONG_CRC, ALL);
    Bench.until("interrupted", () -> heard.interruptions().size() == 1);
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.GARBLED);
    assertThat(heard.interruptions().get(0).detail()).contains("lamp-1");
    assertThat(lantern.health().code()).isEqualTo("garbled");
    wire.faults().clear();
    int before = heard.events().size();
    Bench.until("back", () -> heard.events().size() > before + 1);
    assertThat(lantern.health().status()).isEqualTo(Status.OK);

    wire.faults().order(ModbusFault.SILENT, ALL);
    Bench.until("interrupted again", () -> heard.interruptions().size() == 2);
    assertThat(heard.interruptions().get(1).cause()).isEqualTo(Cause.SILENT);
    assertThat(heard.trace()).matches("e+ie+i");
  }

  @Test
  void aTechnicianSeesWhatEachRowOfTheMapSays() throws IOException, DeviceException {
    Wire<MarineLantern> wire = onTcp(clock -> new MarineLantern(clock, lamp, true));
    ModbusLantern lantern = start(wire, Bench.hurried("example-lantern"), Map.of());
    eventually("a report", report -> report.light() == LightStatus.ON);

    assertThat(lantern.verbs()).containsEntry(ModbusLantern.READ_MAP, Permission.WATCH);
    CommandResult result = lantern.handle(command(ModbusLantern.READ_MAP));
    assertThat(result).isInstanceOf(CommandResult.Done.class);
    assertThat(Json.write(((CommandResult.Done) result).answer()))
        .contains("\"example\":true")
        .contains(
            "{\"tells\":\"supply-v\",\"place\":\"holding-registers 2\",\"certainty\":\"from-knowledge\",\"number\":\"1260\",\"means\":\"12.6 V\"}");
    assertThat(lantern.handle(command("dance"))).isInstanceOf(CommandResult.Refused.class);
    assertThat(lantern.target()).isEqualTo("device.lamp-1");
  }

  private static Command command(String verb) {
    return new Command(
        "1",
        "device.lamp-1",
        verb,
        Value.Fields.with("none", false).build(),
        new Actor("t", "cli", Set.of(Permission.WATCH)),
        "",
        Instant.MAX);
  }
}
