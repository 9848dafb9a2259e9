// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.TagSighting;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.WorldEvent;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReaderWireTest {

  private final ReaderWire wire = new ReaderWire();

  @Test
  void tagsOfAnyLengthComeOutAsTheyWentIn() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      int bits = 8 * random.nextInt(63);
      byte[] epc = new byte[bits / 8];
      random.nextBytes(epc);
      int antenna = 1 + random.nextInt(2);
      int dbm = -30 - random.nextInt(50);
      List<TagSighting> heard =
          carry(1000L * i, new SimulatedTag(epc, bits, new byte[0], new byte[0]), antenna, dbm);
      assertThat(heard)
          .containsExactly(TagSighting.of(1000L * i, HexFormat.of().formatHex(epc), antenna, dbm));
    }
  }

  @Test
  void aClockThatJumpsDoesNotMoveSightings() {
    SimulatedTag tag = SimulatedTag.of("3416214b9400000000000001");
    carry(1, tag, 1, -50);
    wire.clockJumps(-86_400_000_000L);
    assertThat(carry(2, tag, 1, -50).get(0).monotonicNanos()).isEqualTo(2);
  }

  @Test
  void whatAnOldSpecSaysIsPassedOver() {
    SimulatedTag tag = SimulatedTag.of("3416214b9400000000000001");
    wire.oldSpecUntil(10);
    assertThat(carry(9, tag, 1, -50)).isEmpty();
    assertThat(carry(10, tag, 1, -50)).hasSize(1);
    wire.connect();
    assertThat(carry(11, tag, 2, -50).get(0).antenna()).isEqualTo(2);
  }

  private List<TagSighting> carry(long nanos, SimulatedTag tag, int antenna, int dbm) {
    return wire.carry(new WorldEvent.TagRead(nanos, 1, tag, antenna, dbm, 1));
  }
}
