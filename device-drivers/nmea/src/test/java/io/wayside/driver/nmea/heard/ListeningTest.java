// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Sentence;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.Announcement;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private final List<AidReport> aids = new ArrayList<>();

  private void hears(Set<Integer> areas, int area) {
    Listening usual = Listening.plainly();
    Ears ears =
        new Ears() {
          @Override
          public void aid(AidReport report) {
            aids.add(report);
          }

          @Override
          public void vessel(VesselReport report) {}

          @Override
          public void water(WaterReading reading) {}
        };
    Interpreter interpreter =
        new Interpreter(new Listening(usual.transducers(), usual.gauges(), areas, false), ears);
    AidMonitoring monitoring = new AidMonitoring(250, 0, 0, new AidHealth(0, 1, false), 0, false);
    AddressedBinary message =
        new AddressedBinary(new Header(6, 0, 995_741_007), 0, 0, false, area, 10, monitoring);
    String line = new Announcement("AI", 0, message.bits()).received('A').get(0);
    interpreter.hear(new Sentence(0, line.substring(0, line.lastIndexOf('*')), ""), "");
  }

  @Test
  void healthOfAidsIsReadUnderTheAreasThatTheSiteNames() {
    hears(Listening.areas(new int[] {574, 235}), 574);
    assertThat(aids).hasSize(1);
    assertThat(aids.get(0).light()).isEqualTo(LightStatus.ON);
  }

  @Test
  void underOthersItIsSomethingElse() {
    hears(Listening.areas(new int[] {574}), 235);
    assertThat(aids).isEmpty();
    hears(Listening.plainly().areas(), 250);
    assertThat(aids).hasSize(1);
  }

  @Test
  void whatIsNoAreaIsRefusedByName() {
    assertThatThrownBy(() -> Listening.areas(new int[] {235, 1024}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("monitoringAreas")
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> Listening.areas(new int[] {-1})).hasMessageContaining("-1");
  }
}
