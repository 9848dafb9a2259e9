// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Held against sentences that were heard on the air. */
class TransponderEarTest {

  /** A buoy off the coast of the United States, in gpsd's log. */
  private static final String BUOY =
      "!AIVDM,1,1,,B,EvjJ9@RRqKJI@9:@9Pc:R94U0P0@Np>8=0tP`00@08V>00,4*0A\r\n";

  private final TransponderEar ear = new TransponderEar();

  private void hear(String text) {
    ear.hear(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatComesInPiecesIsReadWhole() {
    hear(BUOY.substring(0, 17));
    assertThat(ear.taken()).isEmpty();
    hear(BUOY.substring(17));

    assertThat(ear.taken()).hasSize(1);
    TransponderEar.Taken taken = ear.taken().get(0);
    assertThat(taken.form()).isEqualTo("VDM");
    assertThat(taken.unsigned(0, 6)).isEqualTo(21);
    assertThat(taken.bits()).hasSize(6 * 46 - 4);
  }

  @Test
  void aWrongSumAndALineThatIsCutAreCounted() {
    hear(BUOY.replace("*0A", "*0B"));
    hear(BUOY.substring(5));
    hear("\r\n");

    assertThat(ear.taken()).isEmpty();
    assertThat(ear.wrong()).isEqualTo(3);
  }
}
