// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.application.LevelSign;
import io.wayside.driver.nmea.ais.application.OtherApplication;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How aids say they are, in all messages that carry it. */
class AidMonitoringTest {

  /** Heard in three countries; what they say is what another decoder of these logs says. */
  static Stream<Arguments> heardOnTheAir() {
    return Stream.of(
        Arguments.of(
            "!AIVDM,1,1,,B,6>jHCW<00000>da6h000800,2*78",
            new Header(6, 0, 992351132),
            0,
            new AidMonitoring(283, 0, 0, new AidHealth(0, 0, true), 0, false),
            14.15),
        Arguments.of(
            "!AIVDM,1,1,,A,6>jQMSP0V:C0>db2@1PRP00,2*5F",
            new Header(6, 0, 992501134),
            2500912,
            new AidMonitoring(521, 1, 520, new AidHealth(2, 2, false), 0, false),
            26.05),
        Arguments.of(
            "!AIVDM,1,1,,B,6>jCJaP0RrTl>db9P600P00,2*62",
            new Header(6, 0, 992271014),
            2288205,
            new AidMonitoring(550, 6, 0, new AidHealth(0, 2, false), 0, false),
            27.5));
  }

  @ParameterizedTest
  @MethodSource("heardOnTheAir")
  void whatWasHeardOnTheAir(
      String line, Header header, int destination, AidMonitoring monitoring, double supplyV) {
    AddressedBinary message = (AddressedBinary) Written.heard(line).message();
    assertThat(message.header()).isEqualTo(header);
    assertThat(message.destination()).isEqualTo(destination);
    assertThat(message.dac()).isEqualTo(235);
    assertThat(message.fi()).isEqualTo(10);
    assertThat(message.content()).isEqualTo(monitoring);
    assertThat(monitoring.supplyV()).hasValue(supplyV);
  }

  @Test
  void zeroVoltsIsNotUsed() {
    AidMonitoring monitoring = new AidMonitoring(0, 1, 720, new AidHealth(0, 1, false), 0, false);
    assertThat(monitoring.supplyV()).isEmpty();
    assertThat(monitoring.external1V()).hasValue(0.05);
    assertThat(monitoring.external2V()).hasValue(36.0);
  }

  private static AidMonitoring random(Random random) {
    return new AidMonitoring(
        random.nextInt(1024),
        random.nextInt(1024),
        random.nextInt(1024),
        new AidHealth(random.nextInt(4), random.nextInt(4), random.nextBoolean()),
        random.nextInt(256),
        random.nextBoolean());
  }

  @Test
  void whatIsEncodedIsReadBack() {
    Random random = new Random(6);
    for (int round = 0; round < 2_000; round++) {
      AddressedBinary message =
          new AddressedBinary(
              new Header(6, random.nextInt(4), random.nextInt(1 << 30)),
              random.nextInt(4),
              random.nextInt(1 << 30),
              random.nextBoolean(),
              random.nextBoolean() ? 235 : 250,
              10,
              random(random));
      assertThat(message.bits().length()).isEqualTo(136);
      String[] lines =
          new Announcement("AI", 0, message.bits()).received('B').toArray(String[]::new);
      assertThat(Written.heard(lines).message()).isEqualTo(message);
    }
  }

  @Test
  void theFourSpareBitsMayBeMissing() {
    Written cut =
        new Written()
            .put(6, 6)
            .put(0, 2)
            .put(992501134, 30)
            .put(0, 34)
            .put(250, 10)
            .put(10, 6)
            .put(481, 10)
            .zeros(33)
            .put(1, 1);
    assertThat(cut.length()).isEqualTo(132);
    AidMonitoring read = (AidMonitoring) ((AddressedBinary) cut.heard().message()).content();
    assertThat(read.supplyV()).hasValue(24.05);
    assertThat(read.offPosition()).isTrue();
    OtherApplication shorter =
        (OtherApplication)
            ((AddressedBinary)
                    new Written().raw(cut.zerosAndOnes().substring(0, 131)).heard().message())
                .content();
    assertThat(shorter.bits().length()).isEqualTo(43);
  }

  @Test
  void theAreasAreASetting() {
    Written written =
        new Written()
            .put(6, 6)
            .put(0, 2)
            .put(995741234, 30)
            .put(0, 34)
            .put(574, 10)
            .put(10, 6)
            .zeros(48);
    assertThat(((AddressedBinary) written.heard().message()).content())
        .isInstanceOf(OtherApplication.class);
    AisDecoder ours =
        new AisDecoder(
            new Settings(
                Settings.USUAL.partsWithin(),
                1,
                new Applications(Set.of(574), LevelSign.TWOS_COMPLEMENT)));
    assertThat(((AddressedBinary) written.heard(ours).message()).content())
        .isInstanceOf(AidMonitoring.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "25", "26", "8"})
  void ordersUnderAKeyAreRecognisedAndNotRead(String type) {
    Written written = new Written().put(Integer.parseInt(type), 6).put(0, 2).put(2570001, 30);
    switch (type) {
      case "6" -> written.zeros(34);
      case "8" -> written.zeros(2);
      default -> written.put(0b01, 2);
    }
    written.put(990, 10).put(5, 6).zeros(64);
    AisMessage message = written.heard().message();
    Object content =
        message instanceof AddressedBinary addressed
            ? addressed.content()
            : message instanceof BroadcastBinary broadcast
                ? broadcast.content()
                : ((SlotBinary) message).content();
    assertThat(content)
        .isInstanceOfSatisfying(
            OtherApplication.class,
            other -> assertThat(other.why()).isEqualTo(OtherApplication.Why.ENCRYPTED));
  }

  @Test
  void contentOfNoApplicationIsKept() {
    SlotBinary message =
        (SlotBinary)
            new Written()
                .put(25, 6)
                .put(0, 2)
                .put(574000001, 30)
                .put(0b00, 2)
                .put(0xabc, 12)
                .heard()
                .message();
    assertThat(message.dac()).isEmpty();
    assertThat(message.content())
        .isInstanceOfSatisfying(
            OtherApplication.class,
            other -> {
              assertThat(other.why()).isEqualTo(OtherApplication.Why.UNSTRUCTURED);
              assertThat(other.bits().toString()).isEqualTo("12:abc0");
            });
  }
}
