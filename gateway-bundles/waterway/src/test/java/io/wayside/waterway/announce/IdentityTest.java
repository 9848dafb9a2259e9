// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.water.Presence;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final Place CHARTED = new Place(20.5, 106.6);

  private static Identity of(int mmsi, Footing footing, boolean synthetic) {
    return new Identity(mmsi, 24, "BACH DANG 7", footing, synthetic, CHARTED);
  }

  @Test
  void anAidIsThereOrSpokenForOrOnChartsAlone() {
    assertThat(of(995_741_007, Footing.FLOATING, false).presence()).isEqualTo(Presence.REAL);
    assertThat(of(995_741_007, Footing.FIXED, true).presence()).isEqualTo(Presence.SYNTHETIC);
    assertThat(of(995_746_007, Footing.VIRTUAL, false).presence()).isEqualTo(Presence.VIRTUAL);
    assertThat(of(992_351_132, Footing.FIXED, false).mmsi()).isEqualTo(992_351_132);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 574_120_001, 5_741_001, 99_574_100, 985_741_007, 991_231_007, 997_761_007})
  void aNumberThatIsNoAidsIsRefusedWithTheForm(int mmsi) {
    assertThatThrownBy(() -> of(mmsi, Footing.FIXED, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mmsi")
        .hasMessageContaining("99MIDaaaa");
  }

  @Test
  void numbersOfVirtualAidsAreForThemAlone() {
    assertThatThrownBy(() -> of(995_746_007, Footing.FLOATING, false))
        .hasMessageContaining("995746007")
        .hasMessageContaining("FLOATING");
    assertThatThrownBy(() -> of(995_741_007, Footing.VIRTUAL, false))
        .hasMessageContaining("99MID6aaa");
    assertThatThrownBy(() -> of(995_746_007, Footing.VIRTUAL, true))
        .hasMessageContaining("synthetic");
  }

  @Test
  void anAidHasAName() {
    assertThatThrownBy(() -> new Identity(995_741_007, 24, " ", Footing.FIXED, false, CHARTED))
        .hasMessageContaining("aidName");
  }
}
