// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static io.wayside.waterway.SteppedTime.S;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.LightStatus;
import io.wayside.waterway.aid.Told;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptReportsTest {

  private static final Told RADIO = new Told("ais-1", "mmsi:995741007");
  private static final Told LANTERN = new Told("lamp-1", "lantern:1");

  private final KeptReports kept = new KeptReports(Duration.ofMinutes(10));

  private boolean keeps(Told from, long second, LightStatus light) {
    AidReport nothing = AidReport.of(second * S, from.name());
    return kept.keep(
        from,
        new AidReport(
            second * S,
            nothing.aid(),
            nothing.name(),
            nothing.presence(),
            nothing.fix(),
            nothing.offPosition(),
            light,
            nothing.racon(),
            nothing.alarm(),
            nothing.mode(),
            nothing.rhythm(),
            nothing.quantities(),
            nothing.signs(),
            nothing.tells(),
            nothing.inputs()));
  }

  @Test
  void theFirstAndThenOneNowAndThen() {
    assertThat(keeps(RADIO, 0, LightStatus.ON)).isTrue();
    assertThat(keeps(RADIO, 180, LightStatus.ON)).isFalse();
    assertThat(keeps(RADIO, 599, LightStatus.ON)).isFalse();
    assertThat(keeps(RADIO, 600, LightStatus.ON)).isTrue();
    assertThat(keeps(RADIO, 1_199, LightStatus.ON)).isFalse();
  }

  @Test
  void aChangeAtOnceUnlessItFlutters() {
    assertThat(keeps(RADIO, 0, LightStatus.ON)).isTrue();
    assertThat(keeps(RADIO, 29, LightStatus.OFF)).isFalse();
    assertThat(keeps(RADIO, 30, LightStatus.OFF)).isTrue();
    assertThat(keeps(RADIO, 59, LightStatus.ON)).isFalse();
    assertThat(keeps(RADIO, 60, LightStatus.ON)).isTrue();
  }

  @Test
  void eachSpeakerForItself() {
    assertThat(keeps(RADIO, 0, LightStatus.ON)).isTrue();
    assertThat(keeps(LANTERN, 1, LightStatus.ON)).isTrue();
    assertThat(keeps(LANTERN, 40, LightStatus.OFF)).isTrue();
    assertThat(keeps(RADIO, 41, LightStatus.ON)).isFalse();
  }
}
