// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who tells what of an aid. */
class SourcesTest {

  private static final Sources NAMED =
      new Sources(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(0, AidSign.DOOR_OPEN, 3, AidSign.STRUCK));

  private static AidReport inputs(OptionalInt inputs) {
    return new AidReport(
        0,
        "mmsi:992351132",
        Optional.empty(),
        Presence.REAL,
        Optional.<Fix>empty(),
        Optional.empty(),
        LightStatus.NOT_TOLD,
        RaconStatus.NOT_TOLD,
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(),
        Set.of(AidSign.HOT),
        Set.of(AidSign.HOT),
        inputs);
  }

  @Test
  void aNamedInputIsASign() {
    assertThat(NAMED.signs(inputs(OptionalInt.of(0b1010))))
        .containsOnly(AidSign.HOT, AidSign.STRUCK);
    assertThat(NAMED.tells(inputs(OptionalInt.of(0))))
        .containsOnly(AidSign.HOT, AidSign.STRUCK, AidSign.DOOR_OPEN);
  }

  @Test
  void inputsThatAreNotToldSayNothing() {
    assertThat(NAMED.signs(inputs(OptionalInt.empty()))).containsOnly(AidSign.HOT);
    assertThat(NAMED.tells(inputs(OptionalInt.empty()))).containsOnly(AidSign.HOT);
  }

  @Test
  void aSourceIsADeviceAndANameOfItsWire() {
    assertThat(Told.of("ais-1/mmsi:992351132")).isEqualTo(new Told("ais-1", "mmsi:992351132"));
    assertThat(Told.of("m/a/b")).hasToString("m/a/b").isEqualTo(new Told("m", "a/b"));
    for (String wrong : List.of("", "ais-1", "/x", "ais-1/", " /x")) {
      assertThatThrownBy(() -> Told.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatDoesNotFloatHasNoMooring() {
    assertThatThrownBy(
            () ->
                new Aid(
                    "b-1",
                    "Beacon",
                    Footing.FIXED,
                    Convention.QCVN_39,
                    Category.TWO,
                    Optional.empty(),
                    Optional.of("Fl G 3s"),
                    Optional.of(new Mooring(10, 5)),
                    Sources.of()))
        .hasMessageContaining("leave the mooring out");
  }
}
