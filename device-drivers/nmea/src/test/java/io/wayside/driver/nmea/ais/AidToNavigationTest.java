// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Message 21 with all that real aids do to it. */
class AidToNavigationTest {

  private static AidToNavigation heard(String... lines) {
    return (AidToNavigation) Written.heard(lines).message();
  }

  /** A report whose last bits are cut or filled. */
  private static AidToNavigation ofLength(int bits, String name, String extension) {
    Written all =
        new Written()
            .put(21, 6)
            .put(0, 2)
            .put(995036013, 30)
            .put(14, 5)
            .text(name, 20)
            .put(1, 1)
            .put(-600_000, 28)
            .put(600_000, 27)
            .put(0, 30)
            .put(1, 4)
            .put(30, 6)
            .put(0, 1)
            .put(0b111_10_01_0, 8)
            .put(0b111, 3)
            .put(0, 1)
            .text(extension, 14)
            .zeros(128);
    return (AidToNavigation)
        new Written().raw(all.zerosAndOnes().substring(0, bits)).heard().message();
  }

  @Test
  void anAidWithAPageOfHealth() {
    AidToNavigation aid =
        heard("!AIVDM,1,1,,B,EvjJ9@RRqKJI@9:@9Pc:R94U0P0@Np>8=0tP`00@08V>00,4*0A");
    assertThat(aid)
        .isEqualTo(
            new AidToNavigation(
                new Header(21, 3, 992381250),
                5,
                "E2642 RT SAVUDRIJA",
                true,
                new Place(8094600, 27293957, Place.FINE),
                new Dimensions(0, 2, 0, 1),
                1,
                12,
                false,
                new AidStatus(0b11100000),
                Optional.of(false),
                Optional.of(false),
                Optional.of(false)));
    assertThat(aid.status().health()).contains(new AidHealth(0, 0, false));
    assertThat(aid.offPosition()).contains(false);
  }

  @Test
  void lastBitsOfAnUnknownPageAreNoAlarm() {
    AidToNavigation aid =
        heard("!AIVDM,1,1,,A,E>jHCW0SPS4a9h@@@@@@@@@@@@@OuGb=>Qj<H50`@@cP40,4*4A");
    assertThat(aid.mmsi()).isEqualTo(992351132);
    assertThat(aid.name()).isEqualTo("GAFIRS");
    assertThat(aid.status().bits()).isEqualTo(1);
    assertThat(aid.status().page()).isZero();
    assertThat(aid.status().health()).isEmpty();
  }

  @Test
  void pageSixSaysNothing() {
    AidToNavigation aid =
        heard("!AIVDM,1,1,,B,E>o3cak2d:92VWh6WV7h0Q94SWh=L4c=nS:d81088;v<000,2*0F");
    assertThat(aid.name()).isEqualTo("EXTREMO MOLO ABRIGO");
    assertThat(aid.status().bits()).isEqualTo(0b11000000);
    assertThat(aid.status().health()).isEmpty();
    assertThat(aid.second()).isEqualTo(60);
    assertThat(aid.offPosition()).as("no receiver, no opinion").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11100100, 0, 2, false",
    "11110010, 2, 1, false",
    "11111111, 3, 3, true",
    "11101000, 1, 0, false"
  })
  void onlyPageSevenTellsHealth(String bits, int racon, int light, boolean alarm) {
    AidHealth health = new AidHealth(racon, light, alarm);
    int status = Integer.parseInt(bits, 2);
    assertThat(new AidStatus(status).health()).contains(health);
    assertThat(AidStatus.of(health).bits()).isEqualTo(status);
    for (int page = 0; page < 7; page++) {
      assertThat(new AidStatus((page << 5) | (status & 31)).health()).isEmpty();
    }
  }

  @Test
  void onlyTheFlagMakesAnAidVirtual() {
    AidToNavigation real =
        heard("!AIVDM,1,1,,A,ENjAUnVRd:9@24`bRh62c0W:2hFwknNr:AA8h00003P>2QS:<JDP00,4*13");
    assertThat(real.virtual()).contains(false);
    AidToNavigation virtual =
        heard(
            "!AIVDM,2,1,2,B,E>jN6<?76@1WPab3bPa2@LtP0000:usB?9TV,0*0A",
            "!AIVDM,2,2,2,B,@00003v010,4*27");
    assertThat(virtual.mmsi()).as("not 99MID6xxx").isEqualTo(992446000);
    assertThat(virtual.virtual()).contains(true);
    assertThat(virtual.name()).isEqualTo("NL COASTGUARD 99");
  }

  @Test
  void theExtensionGoesOnWhereTheNameEndsBlanksAndAll() {
    assertThat(
            heard("!AIVDM,1,1,,A,ENjAUnVRd:9@24`bRh62c0W:2hFwknNr:AA8h00003P>2QS:<JDP00,4*13")
                .name())
        .isEqualTo("EXTR DIQUE LEVANTE -FL(1)R");
    assertThat(
            heard("!AIVDM,1,1,,A,ENk`sG6T4V69Q93T@1bb@1h1T@6=3BiM7uUb`00003vP00`<Mh0,2*4A").name())
        .isEqualTo("HILLSBRGH CUT C CH LB 17");
    assertThat(ofLength(284, "FORT PIERCE INLET LB", " 6").name())
        .isEqualTo("FORT PIERCE INLET LB 6");
  }

  @Test
  void anExtensionOfNothingButPaddingIsNone() {
    assertThat(ofLength(280, "STDB CUT 2", "").name()).isEqualTo("STDB CUT 2");
    assertThat(ofLength(280, "TWENTY CHARACTERS 20", "").name()).isEqualTo("TWENTY CHARACTERS 20");
    assertThat(ofLength(280, "SHORT", "X").name()).as("ended by '@'").isEqualTo("SHORT");
  }

  @Test
  void theShortestOfTheWildEndsBeforeItsFlagsWhichStayUnknown() {
    AidToNavigation aid = ofLength(268, "STDB CUT 2", "");
    assertThat(aid.name()).isEqualTo("STDB CUT 2");
    assertThat(aid.raim()).isEmpty();
    assertThat(aid.virtual()).isEmpty();
    assertThat(aid.assigned()).isEmpty();
    assertThat(aid.status().health()).contains(new AidHealth(2, 1, false));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {272, 274, 276, 280, 288, 296, 304, 306, 312, 318, 320, 330, 346, 360, 368, 396})
  void allOtherLengthsOfTheWildAreRead(int length) {
    AidToNavigation aid = ofLength(length, "TWENTY CHARACTERS 20", "ABCDEFGHIJKLMN");
    int more = Math.min(14, (length - 272) / 6);
    assertThat(aid.name()).isEqualTo("TWENTY CHARACTERS 20" + "ABCDEFGHIJKLMN".substring(0, more));
    assertThat(aid.virtual()).contains(true);
  }

  @Test
  void shorterOnesAreKeptUnread() {
    Written cut = new Written().put(21, 6).put(0, 2).put(995036013, 30).zeros(229);
    assertThat(cut.length()).isEqualTo(267);
    OtherMessage other = (OtherMessage) cut.heard().message();
    assertThat(other.why()).isEqualTo(OtherMessage.Why.TOO_SHORT);
    assertThat(other.mmsi()).isEqualTo(995036013);
  }

  @ParameterizedTest
  @CsvSource({"59, true", "60, false", "61, false", "62, false", "63, false"})
  void offPositionMeansSomethingOnlyWithAWorkingReceiver(int second, boolean means) {
    AidToNavigation aid = random(new Random(1), "A", second);
    assertThat(aid.offPosition().isPresent()).isEqualTo(means);
  }

  private static AidToNavigation random(Random random, String name, int second) {
    return new AidToNavigation(
        new Header(21, random.nextInt(4), random.nextInt(1 << 30)),
        random.nextInt(32),
        name,
        random.nextBoolean(),
        new Place(
            random.nextInt(1 << 28) - (1 << 27), random.nextInt(1 << 27) - (1 << 26), Place.FINE),
        new Dimensions(
            random.nextInt(512), random.nextInt(512), random.nextInt(64), random.nextInt(64)),
        random.nextInt(16),
        second,
        random.nextBoolean(),
        new AidStatus(random.nextInt(256)),
        Optional.of(random.nextBoolean()),
        Optional.of(random.nextBoolean()),
        Optional.of(random.nextBoolean()));
  }

  @Test
  void whatIsEncodedIsReadBackThroughSentencesOfTheUsualLength() {
    Random random = new Random(21);
    for (int round = 0; round < 2_000; round++) {
      String name =
          IntStream.range(0, random.nextInt(35))
              .map(i -> Written.character(1 + random.nextInt(63)))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
              .replaceAll(" +$", "");
      AidToNavigation aid = random(random, name, random.nextInt(64));
      Bits bits = aid.bits();
      String[] lines = new Announcement("AN", 3, bits).own('A').toArray(String[]::new);
      assertThat(bits.length() % 8).isZero();
      assertThat(lines).hasSize(bits.length() > 360 ? 2 : 1);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(82));
      Reception heard = Written.heard(lines);
      assertThat(heard.message()).isEqualTo(aid);
      assertThat(heard.own()).isTrue();
    }
  }

  @Test
  void anAidAsItIsSentIsTheSameBitForBit() {
    for (String line :
        new String[] {
          "!AIVDM,1,1,,B,EvjJ9@RRqKJI@9:@9Pc:R94U0P0@Np>8=0tP`00@08V>00,4*0A",
          "!AIVDM,1,1,,A,ENjAUnVRd:9@24`bRh62c0W:2hFwknNr:AA8h00003P>2QS:<JDP00,4*13"
        }) {
      Reception heard = Written.heard(line);
      Bits again = ((AidToNavigation) heard.message()).bits();
      // Senders differ in how far they fill an extension.
      assertThat(again.slice(0, 302)).isEqualTo(heard.bits().slice(0, 302));
    }
  }

  @Test
  void aNameThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> random(new Random(1), "X".repeat(35), 0).bits())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("34");
  }
}
