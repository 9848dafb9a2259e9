// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.driver.loadcell.port.Pin;
import io.wayside.rig.contracts.Heard;
import org.junit.jupiter.api.Test;

class LoadCellConverterTest {

  @Test
  void startsTheTwoWireChipWithPulseCalibrationSpeedAndGain() {
    try (var harness = new ChipHarness<>(ScriptedAds1232::new, 80)) {
      ChipHarness.until("calibrated", () -> harness.chip.calibrations() == 1);

      assertThat(harness.chip.level(Pin.SPEED)).isTrue();
      assertThat(harness.chip.level(Pin.GAIN0)).isTrue();
      assertThat(harness.chip.level(Pin.GAIN1)).isTrue();
      assertThat(harness.chip.longestShift()).isEqualTo(26);
    }
  }

  @Test
  void writesAndChecksTheRegistersOfTheSpiChip() {
    try (var harness = new ChipHarness<>(ScriptedAds1256::new, 500)) {
      ChipHarness.until("calibrated", harness.chip::calibrated);

      assertThat(harness.chip.register(0) & 0x0E).isEqualTo(0x02);
      assertThat(harness.chip.register(1)).isEqualTo(0x23);
      assertThat(harness.chip.register(2)).isEqualTo(0x06);
      assertThat(harness.chip.register(3)).isEqualTo(0x92);
    }
  }

  @Test
  void aChipThatDoesNotHoldItsRegistersIsGarbled() {
    try (var harness = new ChipHarness<>(ScriptedAds1256::new, 500)) {
      ChipHarness.until("calibrated", harness.chip::calibrated);
      harness.chip.deafen();
      harness.breakLink();
      ChipHarness.until("lost", harness::isFailed);
      harness.restoreLink();

      ChipHarness.until("garbled", () -> harness.converter.health().code().equals("garbled"));
      assertThat(harness.converter.health().message()).contains("cell-1").contains("SPI wires");
    }
  }

  @Test
  void aMissedConversionIsAJumpInTheNumbersAndNotInTheInterval() {
    try (var harness = new ChipHarness<>(ScriptedAds1232::new, 80)) {
      Heard<SampleBlock> heard = new Heard<>();
      harness.converter.subscribe(heard);
      harness.peerSays(1);
      ChipHarness.until("the first block", () -> heard.events().size() == 1);
      harness.chip.miss(3);
      harness.peerSays(2);
      ChipHarness.until("the second block", () -> heard.events().size() == 2);

      SampleBlock first = heard.events().get(0);
      SampleBlock second = heard.events().get(1);
      assertThat(second.sequence()).isEqualTo(first.sequence() + first.length() + 3);
      assertThat(second.intervalNanos()).isEqualTo(ScriptedChip.PERIOD_NANOS);
      assertThat(second.firstMonotonicNanos() - first.firstMonotonicNanos())
          .isEqualTo((first.length() + 3) * ScriptedChip.PERIOD_NANOS);
    }
  }
}
