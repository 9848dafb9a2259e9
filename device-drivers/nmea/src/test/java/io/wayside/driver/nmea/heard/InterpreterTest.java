// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.AidSign;
import io.wayside.core.water.WaterQuantity;
import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.Announcement;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.sentence.plain.Spoilt;
import io.wayside.driver.nmea.sentence.plain.Understood;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InterpreterTest {

  private static final long MINUTE = 60 * Told.SECOND;

  private static AddressedBinary monitoring(int repeat, int sequence, boolean retransmitted) {
    return new AddressedBinary(
        new Header(6, repeat, 992351132),
        sequence,
        0,
        retransmitted,
        235,
        10,
        new AidMonitoring(500, 0, 0, new AidHealth(0, 1, false), 0, false));
  }

  @Test
  void theSameOnBothChannelsIsOneReport() {
    Told told = Told.plainly();
    Announcement announcement = new Announcement("AI", 1, monitoring(0, 2, false).bits());
    told.hearAll(announcement.received('A'), "");
    told.hearAll(announcement.received('B'), "");
    told.hear(monitoring(1, 2, true).bits());

    assertThat(told.aids).hasSize(1);
    assertThat(told.interpreter.unused().of(Unused.REPEAT)).isEqualTo(2);
  }

  @Test
  void theNextInItsSequenceOrAfterAMinuteIsNews() {
    Told told = Told.plainly();
    told.hear(monitoring(0, 2, false).bits());
    told.hear(monitoring(0, 3, false).bits());
    told.pass(MINUTE + 1);
    told.hear(monitoring(0, 2, false).bits());

    assertThat(told.aids).hasSize(3);
  }

  @Test
  void whatAGatewayHadItsOwnTransponderSayIsNoNewsOfTheAid() {
    List<String> own = new Announcement("AN", 1, monitoring(0, 1, false).bits()).own('A');
    Told listening = Told.plainly();
    Told announcing = Told.announcing();
    listening.hearAll(own, "");
    announcing.hearAll(own, "");
    announcing.hear(monitoring(0, 3, false).bits());

    assertThat(listening.aids).hasSize(1);
    assertThat(announcing.aids).hasSize(1);
    assertThat(announcing.interpreter.unused().of(Unused.OWN)).isEqualTo(1);
  }

  @Test
  void partsOfMessagesOfTwoSendersAreNotJoined() {
    Told told = Told.plainly();
    List<String> one = named("FIRST");
    List<String> other = named("OTHER");
    told.hearAll(one.subList(0, 1), "192.0.2.1:1000");
    told.hearAll(other.subList(0, 1), "192.0.2.2:1000");
    told.hearAll(one.subList(1, 2), "192.0.2.1:1000");
    told.hearAll(other.subList(1, 2), "192.0.2.2:1000");

    assertThat(told.vessels)
        .extracting(v -> v.name().orElseThrow())
        .containsExactly("FIRST", "OTHER");
    assertThat(told.vessels)
        .extracting(v -> v.shipType().orElseThrow())
        .containsExactly("FIRST".length() + 70, "OTHER".length() + 70);
  }

  /** Message 5 in two parts; the draught is in the second. */
  private static List<String> named(String name) {
    BitsWriter bits = new BitsWriter().put(5, 6).put(0, 2).put(574123456, 30).put(0, 2).put(0, 30);
    bits.text("", 7).text(name, 20).put(name.length() + 70, 8);
    bits.put(60, 9).put(12, 9).put(5, 6).put(6, 6).put(1, 4).put(0, 20).put(32, 8).text("", 20);
    return new Announcement("AI", 3, bits.put(0, 2).bits()).received('A');
  }

  @Test
  void eachReasonForSayingNothingIsCounted() {
    Told told = Told.withTransducers("BATT=SUPPLY_V");
    told.hear("$PGHP,1");
    told.hear("$CCGPQ,GGA");
    told.hear("$GPGSV,1,1,00");
    told.hear("$GPTXT,01,01,02,hello");
    told.hear("$AICBR,995741001,21,0,00,00,0,540,1,00,00,0,540,R");
    told.hear("$AIACG,995741001,FF,50,1,0,0,BUOY 12,0,0,0,0,C");
    told.hear("$HEHDT,274.07,T");
    told.hear("$IIXDR,C,19.5,C,AIRTEMP,U,3,C,BATT");
    told.hear("$YXMTW,warm,C");
    told.hear("!AIVDM,1,1,,A,zz,0");

    assertThat(told.aids).isEmpty();
    assertThat(told.water).isEmpty();
    assertThat(told.interpreter.passedOver().all())
        .containsOnly(
            Map.entry(Understood.Why.PROPRIETARY, 1L),
            Map.entry(Understood.Why.QUERY, 1L),
            Map.entry(Understood.Why.UNKNOWN, 1L));
    assertThat(told.interpreter.unused().all())
        .containsOnly(
            Map.entry(Unused.WORDS, 1L),
            Map.entry(Unused.SET_UP, 1L),
            Map.entry(Unused.SET_UP_ORDER, 1L),
            Map.entry(Unused.NOT_ASKED_FOR, 1L),
            Map.entry(Unused.UNNAMED_TRANSDUCER, 1L),
            Map.entry(Unused.WRONG_UNIT, 1L));
    assertThat(told.interpreter.spoilt().all())
        .containsExactly(Map.entry(Spoilt.Reason.NOT_A_NUMBER, 1L));
    assertThat(told.interpreter.refusals()).hasSize(1);
  }

  @Test
  void alarmsOfTheRadioAreToldAndTakenBack() {
    Told told = Told.plainly();
    told.hear("$AIALR,000000.00,003,A,V,AIS: Rx channel 1 malfunction");

    assertThat(told.aid().aid()).isEqualTo("nmea:AI");
    assertThat(told.aid().signs()).containsExactly(AidSign.RADIO_FAULT);
    assertThat(told.interpreter.alarm()).contains("alarm 003: AIS: Rx channel 1 malfunction");

    told.hear("$AIALR,000000.00,003,V,V,");

    assertThat(told.aid().signs()).isEmpty();
    assertThat(told.aid().tells()).containsExactly(AidSign.RADIO_FAULT);
    assertThat(told.interpreter.alarm()).isEmpty();
  }

  @Test
  void anAlarmOfSomethingElseIsNoneOfTheRadio() {
    Told told = Told.plainly();
    told.hear("$AIALR,000000.00,026,A,V,AIS: no sensor position in use");

    assertThat(told.aids).isEmpty();
    assertThat(told.interpreter.alarm()).isPresent();
  }

  @Test
  void aTranspondersAnswerIsForWhoeverAsked() {
    assertThat(Told.plainly().hear("$AIABK,002241111,A,6,2,0"))
        .map(Answered::outcome)
        .contains(Answered.Outcome.RECEIVED);
  }

  @Test
  void whateverIsHeardNothingBreaks() {
    Random random = new Random(42);
    Told told = Told.withTransducers("A=SUPPLY_V", "B=LEVEL_M", "C=DOOR_OPEN");
    String[] heads = {
      "$GPGGA", "$IIXDR,C,1,C,A,", "$SDDPT", "$AIALR", "!AIVDM,1,1,,A,", "!AIVDM,2,1,1,A,"
    };
    for (int round = 0; round < 100_000; round++) {
      StringBuilder text = new StringBuilder(heads[random.nextInt(heads.length)]);
      for (int i = random.nextInt(70); i > 0; i--) {
        text.append((char) (random.nextInt(8) == 0 ? ',' : 40 + random.nextInt(80)));
      }
      told.hear(text.append(random.nextBoolean() ? ",0" : "").toString(), "s" + random.nextInt(40));
    }

    assertThat(told.water).allMatch(reading -> Double.isFinite(reading.value()));
    assertThat(told.figures()).doesNotContainKey(WaterQuantity.WAVE_HEIGHT_M);
  }

  /** A base station's corrections for satellite receivers, from gpsd's samples. */
  @Test
  void messagesNobodyReadsAreCountedByTypeAndAreNoFault() {
    Told told = Told.plainly();
    told.hear("!AIVDM,2,1,5,A,A02VqLPA4I6C07h5Ed1h<OrsuBTTwS?r:C?w`?la<gno1RTRwSP9:BcurA8a,0");
    told.hear("!AIVDM,2,2,5,A,:Oko02TSwu8<:Jbb,0");
    told.hear("!AIVDM,1,1,,A,@01uEO@mMk7P<P00,0");

    assertThat(told.interpreter.notDecoded()).containsOnly(Map.entry(17, 1L), Map.entry(16, 1L));
    assertThat(told.interpreter.refusals()).isEmpty();
    assertThat(told.interpreter.unused().total()).isZero();
  }

  @Test
  void aMessageThatIsCutShortIsNoneOfThem() {
    Told told = Told.plainly();
    told.hear("!AIVDM,1,1,,B,EvjJ9@RRqKJI@9:@9Pc,0");

    assertThat(told.interpreter.unused().of(Unused.CUT_SHORT)).isEqualTo(1);
    assertThat(told.interpreter.notDecoded()).isEmpty();
  }
}
