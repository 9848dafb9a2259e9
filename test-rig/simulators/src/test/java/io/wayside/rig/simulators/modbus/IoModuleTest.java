// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.modbus.RegisterImage.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IoModuleTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final RegisterTable cells = new RegisterTable(20);

  private IoModule module(int feedAddress) {
    IoModule module = new IoModule(cells, clock, 10, feedAddress);
    module.failSafeCoil(2, false);
    module.failSafeRegister(5, 77);
    return module;
  }

  private void passMs(long ms) {
    clock.advance(Duration.ofMillis(ms));
  }

  @Test
  void withoutBeingArmedItNeverStrikes() throws Refused {
    IoModule module = module(IoModule.ANY_REQUEST);
    module.writeCoils(2, new boolean[] {true});
    passMs(60_000);

    assertThat(cells.coil(2)).isTrue();
    assertThat(module.strikes()).isZero();
  }

  @Test
  void whenNobodyAsksForLongEnoughOutputsFallToTheirFailSafeValuesOnce() throws Refused {
    IoModule module = module(IoModule.ANY_REQUEST);
    module.writeHoldingRegisters(10, new int[] {5});
    module.writeCoils(2, new boolean[] {true});
    for (int i = 0; i < 20; i++) {
      passMs(400);
      module.coils(2, 1);
    }
    assertThat(cells.coil(2)).isTrue();
    passMs(5_000);

    assertThat(cells.coil(2)).isFalse();
    assertThat(cells.holding(5)).isEqualTo(77);
    assertThat(cells.holding(10)).as("it must be armed anew").isZero();
    assertThat(module.strikes()).isEqualTo(1);
  }

  @Test
  void whereARegisterFeedsItOtherRequestsDoNot() throws Refused {
    IoModule module = module(11);
    module.writeHoldingRegisters(10, new int[] {5});
    for (int i = 0; i < 10; i++) {
      passMs(400);
      module.writeHoldingRegisters(11, new int[] {i});
    }
    assertThat(module.strikes()).isZero();
    for (int i = 0; i < 10; i++) {
      passMs(400);
      module.discreteInputs(0, 1);
    }

    assertThat(module.strikes()).isEqualTo(1);
  }

  @Test
  void aJammedOutputConfirmsAndStays() throws Refused {
    IoModule module = module(IoModule.ANY_REQUEST);
    module.jam(3);
    module.writeCoils(2, new boolean[] {true, true});
    assertThat(module.coils(2, 2)).containsExactly(true, false);
    module.free(3);
    module.writeCoils(2, new boolean[] {true, true});

    assertThat(module.coils(2, 2)).containsExactly(true, true);
  }

  @Test
  void whatIsDoneAfterAReadingIsSeenByTheNext() throws Refused {
    IoModule module = module(IoModule.ANY_REQUEST);
    module.roundEachReading(() -> {}, () -> cells.discreteInput(0, true));

    assertThat(module.discreteInputs(0, 1)).containsExactly(false);
    assertThat(module.discreteInputs(0, 1)).containsExactly(true);
    assertThat(module.requests()).isEqualTo(2);
  }

  @Test
  void cellsThatAreNotThereAreRefusedAsBefore() {
    IoModule module = module(IoModule.ANY_REQUEST);

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> module.inputRegisters(19, 2))
        .isInstanceOf(Refused.class);
  }

  @Test
  void garbageIsAsLongAsTheAnswerAndIsNotTheAnswer() {
    byte[] frame = {1, 2, 3, 4, 5, 6, 7, 8};
    byte[] sent = ModbusFaults.sent(ModbusFault.GARBAGE, frame);

    assertThat(sent).hasSameSizeAs(frame).isNotEqualTo(frame);
    assertThat(ModbusFaults.sent(ModbusFault.GARBAGE, frame)).isEqualTo(sent);
  }
}
