// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegisterLanternsTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final Lamp lamp = new Lamp();

  private void pass(double seconds) {
    clock.advance(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  @Test
  void aLampShinesByPhotocellOrByWillUnlessItIsBroken() {
    lamp.night(false);
    assertThat(lamp.isLit()).isFalse();
    lamp.will(Lamp.Will.ON);
    assertThat(lamp.isLit()).isTrue();
    lamp.broken(true);
    assertThat(lamp.isLit()).isFalse();
    assertThat(lamp.shouldBeLit()).isTrue();
    lamp.night(true);
    lamp.will(Lamp.Will.OFF);
    assertThat(lamp.shouldBeLit()).isFalse();
  }

  @Test
  void anObstructionLightSwitchesOffAndConfirms() throws Refused {
    ObstructionLight light = new ObstructionLight(clock, lamp, Duration.ofSeconds(1));
    assertThat(light.holdingRegisters(301, 2)).containsExactly(1, 2);

    light.writeHoldingRegisters(301, new int[] {0});
    assertThat(light.holdingRegisters(302, 1)).containsExactly(1);
    assertThat(lamp.isLit()).isTrue();
    pass(1.1);
    assertThat(light.holdingRegisters(302, 1)).containsExactly(3);
    assertThat(lamp.isLit()).isFalse();
  }

  @Test
  void anObstructionLightReturnsToOnWithoutItsKeyAndOnlyThen() throws Refused {
    ObstructionLight light = new ObstructionLight(clock, lamp, Duration.ZERO);
    light.writeHoldingRegisters(303, new int[] {50});
    light.writeHoldingRegisters(301, new int[] {0});
    for (int i = 0; i < 10; i++) {
      pass(3);
      light.writeHoldingRegisters(304, new int[] {0x55AA});
    }
    assertThat(lamp.isLit()).isFalse();
    light.writeHoldingRegisters(304, new int[] {0x1234});
    pass(4.9);
    light.writeHoldingRegisters(304, new int[] {0x1234});
    pass(0.5);
    assertThat(lamp.isLit()).as("a wrong key keeps nothing").isTrue();
  }

  @Test
  void anObstructionLightThatCannotShineSaysSoAfterTenSeconds() throws Refused {
    ObstructionLight light = new ObstructionLight(clock, lamp, Duration.ZERO);
    lamp.broken(true);
    light.writeHoldingRegisters(301, new int[] {1});
    pass(9);
    assertThat(light.holdingRegisters(302, 1)).containsExactly(1);
    pass(1.5);
    assertThat(light.holdingRegisters(302, 1)).containsExactly(4);
  }

  @Test
  void aMarineLanternDoesWhatItIsToldAndForgetsItWhenItRestarts() throws Refused {
    MarineLantern lantern = new MarineLantern(clock, lamp, true);
    lantern.writeHoldingRegisters(11, new int[] {3, 45});
    lantern.writeHoldingRegisters(10, new int[] {2});
    pass(0.1);
    assertThat(lantern.holdingRegisters(0, 2)).containsExactly(0, 2);
    lantern.writeCoils(0, new boolean[] {true});
    pass(0.1);

    assertThat(lamp.isLit()).isTrue();
    assertThat(lantern.restarts()).isEqualTo(1);
    assertThat(lantern.holdingRegisters(0, 2)).containsExactly(1, 0);
    assertThat(lantern.rhythm()).as("settings stay").isEqualTo(3);
    assertThat(lantern.intensityPercent()).isEqualTo(45);
  }

  @Test
  void aMarineLanternTellsWhatItIsSetTo() throws Refused {
    MarineLantern lantern = new MarineLantern(clock, lamp, false);
    lantern.supply(12.34);
    lantern.temperature(-5.5);
    lantern.tilt(3.5);
    lantern.faults(0x8001);
    lantern.inputs(0xA5);

    assertThat(lantern.holdingRegisters(2, 7))
        .containsExactly(1234, 240, 0xFFFF - 54, 0x4060, 0, 0x8001, 0xA5);
    assertThatThrownBy(() -> lantern.holdingRegisters(12, 2)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> lantern.writeHoldingRegisters(12, new int[] {101}))
        .isInstanceOf(Refused.class);
    lamp.broken(true);
    assertThat(lantern.holdingRegisters(0, 1)).containsExactly(2);
  }

  @Test
  void stubbornDevicesRefuseOrDoNothing() throws Refused {
    MarineLantern lantern = new MarineLantern(clock, lamp, true);
    lantern.is(Stubbornness.REFUSES);
    assertThatThrownBy(() -> lantern.writeHoldingRegisters(10, new int[] {2}))
        .isInstanceOf(Refused.class);
    lantern.is(Stubbornness.STUCK);
    lantern.writeHoldingRegisters(10, new int[] {2});
    pass(1);

    assertThat(lamp.isLit()).isTrue();
    assertThat(lantern.writes()).isEqualTo(2);
  }

  @Test
  void anAtonStationHasTheVendorsRegistersAndTakesNothing() throws Refused {
    AtonStation station = new AtonStation();
    assertThat(station.holdingRegisters(1, 4)).containsExactly(0x2CE4, 0, 0, 0);
    station.supplyMv(12_000);
    station.faults(true, false, true);
    assertThat(station.holdingRegisters(1, 4)).containsExactly(12_000, 1, 0, 1);
    assertThatThrownBy(() -> station.holdingRegisters(0, 1)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> station.writeHoldingRegisters(1, new int[] {0}))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPowerControllerLaysItsNumbersOutAsItsExampleSays() throws Refused {
    PowerController power = new PowerController();
    power.battery(12.5);
    power.panel(18);
    power.currents(-1.5, 70);
    power.temperature(25);
    power.state(true, false, 3);
    power.door(true);

    assertThat(power.image().inputRegisters(0, 8))
        .containsExactly(1250, 1800, 0xFFFF - 1499, 0xFFFF, 70_000 - 65_536, 1, 650, 0x31);
    assertThat(power.image().discreteInputs(0, 1)[0]).isTrue();
    power.noTemperature();
    assertThat(power.image().inputRegisters(6, 1)).containsExactly(0xFFFF);
  }
}
