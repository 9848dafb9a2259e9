// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.health.Health.Status;
import io.wayside.core.water.Lantern;
import io.wayside.driver.lantern.map.LanternMap;
import io.wayside.driver.modbus.ModbusDevice;
import io.wayside.rig.contracts.LanternHarness;
import io.wayside.rig.simulators.lantern.Lamp;
import io.wayside.rig.simulators.lantern.MarineLantern;
import io.wayside.rig.simulators.lantern.Stubbornness;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A lantern on a real wire, through the gateway's own driver of registers. */
final class WiredLantern implements LanternHarness {

  private final Wire<MarineLantern> wire;
  private final Lamp lamp;
  private final LanternMap map;
  private final ModbusDevice modbus;
  private Cable cable;
  private ModbusLantern lantern;

  WiredLantern(Wire<MarineLantern> wire, Lamp lamp, LanternMap map) {
    this.wire = wire;
    this.lamp = lamp;
    this.map = map;
    this.modbus = Bench.modbus(wire.link());
    this.cable = new Cable(modbus);
    this.lantern = started();
    Bench.until("in order: " + lantern.health(), () -> lantern.health().status() == Status.OK);
  }

  private ModbusLantern started() {
    return Bench.lantern(
        map, cable, Map.of("takesOrders", true, "ownRhythm", "Fl 3s", "ownIntensityPercent", 80));
  }

  @Override
  public Lantern device() {
    return lantern;
  }

  @Override
  public long monotonicNanos() {
    return Bench.TIME.monotonicNanos();
  }

  @Override
  public Shows peerShows() {
    return switch (lamp.will()) {
      case PHOTOCELL -> Shows.BY_ITSELF;
      case ON -> Shows.LIGHT;
      case OFF -> Shows.DARK;
    };
  }

  @Override
  public void peerTakes(Manner manner) {
    wire.device.is(
        switch (manner) {
          case PROPERLY -> Stubbornness.NONE;
          case REFUSING -> Stubbornness.REFUSES;
          case IGNORING -> Stubbornness.STUCK;
        });
  }

  @Override
  public void peerForgets() {
    wire.device.reboot();
  }

  @Override
  public void passTime(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  @Override
  public void stopDevice() {
    lantern.stop();
  }

  @Override
  public void killAndRestart() {
    ModbusLantern dead = lantern;
    cable.cut();
    cable = new Cable(modbus);
    lantern = started();
    dead.stop();
  }

  @Override
  public void breakLink() {
    wire.breakLink();
  }

  @Override
  public void restoreLink() {
    wire.restoreLink();
  }

  @Override
  public void close() {
    lantern.stop();
    modbus.stop();
    wire.device.close();
    wire.close();
  }
}
