// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.water.AidSign;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Mooring;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.aid.Told;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An aid out of its configuration, or a message that says where it is wrong. */
class AidPartsTest {

  private static AidParts parts(Map<String, Object> more) throws GarbledData {
    return AidParts.of(AidConfigs.of(more));
  }

  private static void refused(Map<String, Object> more, String... words) {
    assertThatThrownBy(() -> parts(more))
        .isInstanceOf(GarbledData.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void anAidHasWhatItsConfigurationSays() throws GarbledData {
    AidParts parts =
        parts(
            Map.of(
                "inputs",
                new String[] {"0:door-open", "7:struck"},
                "gauge",
                "ais-1/gauge:10023",
                "keepReportEveryMin",
                15));

    assertThat(parts.aid().id()).isEqualTo("buoy-7");
    assertThat(parts.aid().charted()).contains(new Place(20.5, 106.6));
    assertThat(parts.aid().mooring()).contains(new Mooring(18, 6));
    assertThat(parts.aid().sources().gauge()).contains(new Told("ais-1", "gauge:10023"));
    assertThat(parts.aid().sources().inputs())
        .isEqualTo(Map.of(0, AidSign.DOOR_OPEN, 7, AidSign.STRUCK));
    assertThat(parts.expected().orElseThrow().rhythm().periodMs()).isEqualTo(4000);
    assertThat(parts.keepEvery()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void anAidNeedsNeitherAPlaceNorALight() throws GarbledData {
    AidParts parts =
        parts(Map.of("chartedLatitudeDeg", 91.0, "chartedLongitudeDeg", 181.0, "character", ""));

    assertThat(parts.aid().charted()).isEmpty();
    assertThat(parts.expected()).isEmpty();
  }

  @Test
  void aCharacterThatLeavesTimesOpenIsEnoughUntilALightIsHeldAgainstIt() throws GarbledData {
    assertThat(parts(Map.of("character", "Fl G")).aid().character()).contains("Fl G");
    refused(Map.of("character", "Fl G", "lightInput", "lamp-1"), "lightAndDark");
    assertThat(
            parts(Map.of("character", "Fl G", "lightInput", "lamp-1", "lightAndDark", "0.5 2.5"))
                .expected()
                .orElseThrow()
                .rhythm()
                .periodMs())
        .isEqualTo(3000);
  }

  @Test
  void lightInStepHasFlashesWhoseTimesAreKnown() throws GarbledData {
    assertThat(parts(Map.of()).sync()).isEmpty();
    assertThat(parts(Map.of("synchronised", true, "syncOffsetMs", 700)).sync().orElseThrow())
        .satisfies(sync -> assertThat(sync.offsetMs()).isEqualTo(700))
        .satisfies(sync -> assertThat(sync.rhythm().periodMs()).isEqualTo(4_000));
    refused(Map.of("synchronised", true, "character", ""), "stations.buoy-7.synchronised");
    refused(Map.of("synchronised", true, "character", "F G"), "F G never changes");
    refused(
        Map.of("synchronised", true, "character", "Fl(2) G 6s"), "stations.buoy-7.lightAndDark");
    refused(Map.of("synchronised", true, "syncOffsetMs", 4_000), "stations.buoy-7.syncOffset");
  }

  @Test
  void whatIsWrongIsNamed() {
    refused(Map.of("character", "Blink"), "stations.buoy-7.character");
    refused(Map.of("reports", new String[] {"mmsi:1"}), "stations.buoy-7.reports", "DEVICE/NAME");
    refused(Map.of("inputs", new String[] {"8:struck"}), "stations.buoy-7.inputs");
    refused(Map.of("inputs", new String[] {"1:sunk"}), "NUMBER:SIGN");
    refused(
        Map.of("chartedLongitudeDeg", 181.0), "stations.buoy-7.chartedLongitude", "both or none");
    refused(Map.of("footing", Footing.FIXED), "leave the mooring out");
    refused(Map.of("timeZone", "Mars/Olympus"), "stations.buoy-7.timeZone");
    refused(Map.of("aidId", "Buoy 7"), "stations.buoy-7.aidId");
  }
}
