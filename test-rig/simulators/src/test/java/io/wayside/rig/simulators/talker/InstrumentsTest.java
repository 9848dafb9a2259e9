// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

  @Test
  void aSentenceEndsWithItsCheckSum() {
    assertThat(text(SentenceWriter.plain("SDMTW,18.1,C"))).isEqualTo("$SDMTW,18.1,C*0C\r\n");
    assertThat(text(SentenceWriter.packed("AIVDM,1,1,,A,w,0"))).startsWith("!AIVDM,");
  }

  @Test
  void anglesAreDegreesAndMinutesWithTheirHemisphere() {
    assertThat(SentenceWriter.latitude(20.24)).isEqualTo("2014.4000,N");
    assertThat(SentenceWriter.latitude(-0.5)).isEqualTo("0030.0000,S");
    assertThat(SentenceWriter.longitude(106.6635)).isEqualTo("10639.8100,E");
    assertThat(SentenceWriter.longitude(-7.999999999)).isEqualTo("00800.0000,W");
  }

  @Test
  void aReceiverStaysWithinItsSwingAndScatter() {
    SatelliteReceiver receiver = new SatelliteReceiver(20.24, 106.66, 30, 2, 7);
    for (int second = 0; second < 3_600; second += 10) {
      receiver.says(second);

      assertThat(receiver.latitudeDeg()).isCloseTo(20.24, offset(45 / 111_320.0));
      assertThat(receiver.longitudeDeg()).isCloseTo(106.66, offset(50 / 104_000.0));
    }
  }

  @Test
  void aReceiverWithoutAFixStillHasDigits() {
    SatelliteReceiver receiver = new SatelliteReceiver(20.24, 106.66, 0, 0, 7);
    receiver.says(1);
    receiver.fix(false);
    List<String> said = receiver.says(2);

    assertThat(said.get(1)).contains("2014.4000,N,10639.6000,E,0,00");
    assertThat(said.get(2)).contains(",V,2014.4000,N");
    assertThat(said.get(3)).endsWith(",V,N");
  }

  @Test
  void aSounderSaysTheSameDepthInTwoWaysThatDifferByItsOffset() {
    Sounder sounder = new Sounder(new Tide(1.5, 1.2), -4, 0.4, 24.5);

    assertThat(sounder.depthM(0)).isEqualTo(5.5);
    assertThat(sounder.says(0))
        .containsExactly("SDDPT,5.10,0.40,", "SDDBT,16.7,f,5.10,M,2.8,F", "SDMTW,24.5,C");
  }

  @Test
  void aTideComesBackAfterItsPeriod() {
    Tide tide = new Tide(1.5, 1.2);

    assertThat(tide.levelM(44_714)).isCloseTo(tide.levelM(0), offset(1e-9));
    assertThat(tide.levelM(44_714 / 4.0)).isCloseTo(2.7, offset(1e-9));
    assertThat(tide.levelM(44_714 * 0.75)).isCloseTo(0.3, offset(1e-9));
  }

  @Test
  void aGaugeHasABrokenTransducerAmongTheOthers() {
    TideGauge gauge = new TideGauge(new Tide(1.5, 1.2), 12.6);

    assertThat(gauge.says(0)).containsExactly("YXXDR,D,1.50,M,TIDE,U,12.60,V,BATT,C,,C,AIRTEMP");
  }

  @Test
  void aWeatherStationSaysOnePressureInTwoUnits() {
    WeatherStation station = new WeatherStation(5, 46, 101_320, 27.3, 1);

    assertThat(station.says(0).get(1)).startsWith("WIMDA,29.9198,I,1.01320,B,27.3,C,");
    assertThat(station.pressurePa(3_600)).isEqualTo(101_270);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
