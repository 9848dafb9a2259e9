// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import org.junit.jupiter.api.Test;

/** Sentences that were heard on the air and that several decoders of others agree on. */
class KnownSentencesTest {

  @Test
  void aVesselUnderWay() {
    Reception heard = Written.heard("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A");
    PositionReport report = (PositionReport) heard.message();
    assertThat(report.header()).isEqualTo(new Header(1, 0, 371798000));
    assertThat(report.status()).isZero();
    assertThat(report.turn()).isEqualTo(-127);
    assertThat(report.turnDegPerMin()).isEmpty();
    assertThat(report.motion())
        .isEqualTo(
            new Motion(123, true, new Place(-74037230, 29028980, Place.FINE), 2240, 215, 33));
    assertThat(report.motion().speedKn()).hasValue(12.3);
    assertThat(report.motion().speedMps().orElseThrow()).isCloseTo(6.3277, within(1e-4));
    assertThat(report.motion().courseDeg()).hasValue(224.0);
    assertThat(report.motion().place().longitudeDeg().orElseThrow())
        .isCloseTo(-123.395383, within(1e-6));
    assertThat(report.motion().place().latitudeDeg().orElseThrow())
        .isCloseTo(48.381633, within(1e-6));
    assertThat(report.radio()).isEqualTo(34017);
    assertThat(heard.channel()).isEqualTo('A');
    assertThat(heard.own()).isFalse();
  }

  @Test
  void aBaseStation() {
    BaseStation station =
        (BaseStation) Written.heard("!AIVDM,1,1,,A,403OviQuMGCqWrRO9>E6fE700@GO,0*4D").message();
    assertThat(station.mmsi()).isEqualTo(3669702);
    assertThat(station.year()).isEqualTo(2007);
    assertThat(station.month()).isEqualTo(5);
    assertThat(station.day()).isEqualTo(14);
    assertThat(station.hour()).isEqualTo(19);
    assertThat(station.minute()).isEqualTo(57);
    assertThat(station.second()).isEqualTo(39);
    assertThat(station.epfd()).isEqualTo(7);
    assertThat(station.place()).isEqualTo(new Place(-45811417, 22130260, Place.FINE));
  }

  @Test
  void whatAVesselIsInTwoParts() {
    VoyageData data =
        (VoyageData)
            Written.heard(
                    "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C",
                    "!AIVDM,2,2,1,A,88888888880,2*25")
                .message();
    assertThat(data.mmsi()).isEqualTo(351759000);
    assertThat(data.imo()).isEqualTo(9134270);
    assertThat(data.callSign()).isEqualTo("3FOF8");
    assertThat(data.name()).isEqualTo("EVER DIADEM");
    assertThat(data.shipType()).isEqualTo(70);
    assertThat(data.dimensions()).isEqualTo(new Dimensions(225, 70, 1, 31));
    assertThat(data.draughtM()).hasValue(12.2);
    assertThat(data.destination()).isEqualTo("NEW YORK");
    assertThat(data.noTerminal()).contains(false);
  }

  @Test
  void aVesselOfClassB() {
    ClassBPosition report =
        (ClassBPosition) Written.heard("!AIVDM,1,1,,A,B52K>;h00Fc>jpUlNV@ikwpUoP06,0*4C").message();
    assertThat(report.mmsi()).isEqualTo(338087471);
    assertThat(report.motion())
        .isEqualTo(new Motion(1, false, new Place(-44443279, 24410724, Place.FINE), 796, 511, 49));
    assertThat(report.motion().headingDeg()).isEmpty();
    assertThat(report.carrierSense()).isTrue();
    assertThat(report.display()).isFalse();
    assertThat(report.dsc()).isTrue();
    assertThat(report.assigned()).isFalse();
    assertThat(report.raim()).isTrue();
    assertThat(report.radio()).isEqualTo(917510);
  }

  @Test
  void aVesselHeardFromFarAway() {
    LongRange report = (LongRange) Written.heard("!AIVDO,1,1,,A,K01;FQh?PbtE3P00,0*75").message();
    assertThat(report.mmsi()).isEqualTo(1234567);
    assertThat(report.place().longitudeDeg().orElseThrow()).isCloseTo(-13.368333, within(1e-6));
    assertThat(report.place().latitudeDeg().orElseThrow()).isCloseTo(-50.121667, within(1e-6));
  }

  @Test
  void aWarning() {
    SafetyText text =
        (SafetyText) Written.heard("!AIVDM,1,1,,A,>5?Per18=HB1U:1@E=B0m<L,2*51").message();
    assertThat(text.mmsi()).isEqualTo(351809000);
    assertThat(text.text()).isEqualTo("RCVD YR TEST MSG");
  }

  @Test
  void anAidInASingleSlot() {
    ShortAidToNavigation aid =
        (ShortAidToNavigation)
            Written.heard("!AIVDO,1,1,,A,L1mg=5@@G:uk?S:I0@ph>A5E>L@1,0*43").message();
    assertThat(aid.mmsi()).isEqualTo(123456789);
    assertThat(aid.second()).isEqualTo(1);
    assertThat(aid.place().longitudeDeg().orElseThrow()).isCloseTo(10.123712, within(1e-6));
    assertThat(aid.place().latitudeDeg().orElseThrow()).isCloseTo(54.349133, within(1e-6));
    assertThat(aid.stationType()).isEqualTo(1);
    assertThat(aid.virtual()).isFalse();
    assertThat(aid.aidType()).isEqualTo(7);
    assertThat(aid.mrn()).isEqualTo(12345);
    assertThat(aid.shape()).isEqualTo(1);
    assertThat(aid.dimensionA()).isEqualTo(42);
    assertThat(aid.dimensionB()).isEqualTo(1337);
    assertThat(aid.moreShapes()).isTrue();
    assertThat(aid.uncharted()).isTrue();
    assertThat(aid.offPosition()).contains(true);
    assertThat(aid.status()).isEqualTo(new AidStatus(0));
    assertThat(aid.authenticated()).isTrue();
  }

  @Test
  void correctionsForReceiversAreKeptAsTheyCame() {
    Reception heard =
        Written.heard(
            "!AIVDM,2,1,5,A,A02VqLPA4I6C07h5Ed1h<OrsuBTTwS?r:C?w`?la<gno1RTRwSP9:BcurA8a,0*3A",
            "!AIVDM,2,2,5,A,:Oko02TSwu8<:Jbb,0*11");
    OtherMessage other = (OtherMessage) heard.message();
    assertThat(other.header()).isEqualTo(new Header(17, 0, 2734450));
    assertThat(other.why()).isEqualTo(OtherMessage.Why.NOT_READ);
    assertThat(other.bits()).isEqualTo(heard.bits());
    assertThat(other.bits().length()).isEqualTo(456);
  }
}
