// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.application.SealiteLantern;
import io.wayside.driver.nmea.ais.bits.Armour;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.NotArmour;
import io.wayside.driver.nmea.ais.bits.Place;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a gateway says of its own aid. */
class AnnouncementTest {

  private static final AidMonitoring HEALTH =
      new AidMonitoring(250, 0, 361, new AidHealth(0, 1, false), 5, false);

  private static AddressedBinary monitoring() {
    return new AddressedBinary(new Header(6, 0, 995741234), 2, 5741001, false, 235, 10, HEALTH);
  }

  @Test
  void aMessageOfOneSentence() {
    assertThat(new Announcement("AI", 0, monitoring().bits()).received('B'))
        .containsExactly(lineEnd("!AIVDM,1,1,,B," + Armour.letters(monitoring().bits()) + ",2"));
    assertThat(new Announcement("AN", 0, monitoring().bits()).own(' ').get(0))
        .startsWith("!ANVDO,1,1,,,6");
  }

  private static String lineEnd(String text) {
    return Written.line(text) + "\r\n";
  }

  @Test
  void aLongMessageIsCutIntoSentencesOfTheUsualLength() {
    String text = "FF,83,FFF,12.5,3813.21497S,14510.84138E".repeat(3);
    AddressedBinary message =
        new AddressedBinary(
            new Header(6, 0, 995741234),
            2,
            5741001,
            false,
            1022,
            60,
            new SealiteLantern(text, 0, 0, 0, 0, 0, 0));
    List<String> lines = new Announcement("AI", 7, message.bits()).received('A');
    assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThan(83));
    assertThat(lines.get(1)).startsWith("!AIVDM,3,2,7,A,").contains(",0*");
    Reception heard = Written.heard(lines.toArray(String[]::new));
    assertThat(heard.bits()).isEqualTo(message.bits());
  }

  @Test
  void aidsInASingleSlotComeBack() {
    Random random = new Random(28);
    for (int round = 0; round < 2_000; round++) {
      ShortAidToNavigation aid =
          new ShortAidToNavigation(
              new Header(28, random.nextInt(4), random.nextInt(1 << 30)),
              random.nextInt(64),
              Place.ofDegrees(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90),
              random.nextInt(4),
              random.nextInt(8),
              random.nextInt(128),
              random.nextInt(1 << 17),
              random.nextInt(16),
              random.nextInt(512),
              random.nextInt(2048),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(16),
              new AidStatus(random.nextInt(256)),
              random.nextBoolean());
      assertThat(aid.bits().length()).isEqualTo(168);
      String line = new Announcement("AN", 0, aid.bits()).own('A').get(0);
      assertThat(Written.heard(line).message()).isEqualTo(aid);
    }
  }

  @Test
  void placesAreTheNearestThatMessagesCanSay() {
    Place place = Place.ofDegrees(106.7654321, -20.8765432);
    assertThat(place.longitude()).isEqualTo(64059259);
    assertThat(place.latitude()).isEqualTo(-12525926);
    assertThat(Place.unknown().isKnown()).isFalse();
    assertThat(Place.unknown().longitudeDeg()).isEmpty();
    assertThat(Place.unknown()).isEqualTo(new Place(0x6791AC0, 0x3412140, Place.FINE));
    assertThat(Place.ofDegrees(180, -90).isKnown()).isTrue();
  }

  @Test
  void anOrderToBroadcastCarriesTheContentAndItsAddress() throws NotArmour {
    List<String> once =
        new BroadcastOrder("AI", 1, BroadcastOrder.Channel.BOTH, 0).sentences(monitoring());
    assertThat(once).hasSize(1);
    String line = once.get(0);
    assertThat(line).startsWith("!AIMEB,1,1,1,3,995741234,6,0,1,005741001,1,C,").endsWith("\r\n");
    String[] fields = line.substring(0, line.indexOf('*')).split(",", -1);
    assertThat(fields).hasSize(14);
    Bits data = Armour.bits(fields[12], 0, fields[12].length(), Integer.parseInt(fields[13]));
    assertThat(data).isEqualTo(monitoring().bits().slice(72, 136));
    assertThat(line).isEqualTo(lineEnd(line.substring(0, line.indexOf('*'))));
    assertThat(
            new BroadcastOrder("AI", 1, BroadcastOrder.Channel.BY_SCHEDULE, 4)
                .sentences(monitoring())
                .get(0))
        .startsWith("!AIMEB,1,1,1,,995741234,6,4,0,005741001,1,C,");
  }

  @Test
  void aLongOrderIsCutIntoSentencesOfTheUsualLength() {
    SealiteLantern long39 =
        new SealiteLantern("FF,83,FFF,12.5,3813.21497S,14510.84138E", 0, 0, 0, 0, 0, 0);
    AddressedBinary message =
        new AddressedBinary(new Header(6, 0, 995741234), 0, 0, false, 1022, 61, long39);
    assertThat(new BroadcastOrder("AI", 0, BroadcastOrder.Channel.A, 9).sentences(message))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(83));
  }

  @Test
  void whatNoSentenceCanSayIsRefused() {
    Bits bits = monitoring().bits();
    assertThatThrownBy(() -> new Announcement("A", 0, bits))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Announcement("AI", 10, bits))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BroadcastOrder("ai", 0, BroadcastOrder.Channel.A, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BroadcastOrder("AI", 4, BroadcastOrder.Channel.A, 0))
        .isInstanceOf(IllegalArgumentException.class);
    SealiteLantern endless = new SealiteLantern("A".repeat(600), 0, 0, 0, 0, 0, 0);
    AddressedBinary tooLong =
        new AddressedBinary(new Header(6, 0, 995741234), 0, 0, false, 1022, 61, endless);
    assertThatThrownBy(() -> new Announcement("AI", 0, tooLong.bits()).own('A'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 sentences");
  }
}
