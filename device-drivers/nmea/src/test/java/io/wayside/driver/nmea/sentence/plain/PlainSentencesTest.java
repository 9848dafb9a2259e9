// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wayside.driver.nmea.sentence.plain.Understood.PassedOver;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import io.wayside.driver.nmea.sentence.plain.Understood.Why;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSentencesTest {

  private static final List<String> ALL =
      List.of(
          "$GPGGA,031500.00,2102.5260,N,10551.3140,E,2,09,0.9,12.4,M,-27.1,M,3.0,0120",
          "$GPRMC,031500,A,2102.5260,N,10551.3140,E,3.1,87.0,221126,1.2,W,A",
          "$GPGLL,2102.5260,N,10551.3140,E,031500,A,A",
          "$GNGNS,031500,2102.5260,N,10551.3140,E,AA,07,1.2,12.4,-27.1,,",
          "$GPVTG,87.5,T,88.7,M,10.0,N,18.52,K,A",
          "$GPGST,031500.00,1.2,4.1,2.9,41.0,3.0,4.0,6.5",
          "$GPZDA,031500.25,22,11,2026,07,00",
          "$HCHDG,358.5,2.0,E,1.0,W",
          "$VWVHW,245.1,T,245.9,M,2.0,N,3.704,K",
          "$SDDPT,5.3,0.4,",
          "$SDDBT,17.4,f,5.3,M,2.9,F",
          "$WIMWV,214.8,R,10.0,N,A",
          "$WIMDA,29.92,I,1.0132,B,27.3,C,24.1,C,81.5,,23.8,C,46.0,T,47.0,M,10.0,N,5.2,M",
          "$IIXDR,C,19.5,C,AIRTEMP,A,-1.0,D,HEEL",
          "$GPTXT,01,01,02,antenna ok",
          "$AIALR,000000.00,001,A,V,Tx",
          "$AIABK,002241111,A,6,2,0",
          "$AICBR,995741001,21,0,00,00,0,540,1,00,00,0,540,R");

  @ParameterizedTest
  @ValueSource(strings = {"GP", "GN", "GL", "BD", "II", "SD", "XX", "U0"})
  void whoeverTalksIsRead(String talker) {
    Understood understood = PlainSentences.read("$" + talker + "DPT,5.3,0.4,");

    assertThat(understood).isInstanceOf(Said.class);
    assertThat(((Said) understood).talker()).isEqualTo(talker);
    assertThat(((Said) understood).formatter()).isEqualTo("DPT");
  }

  @ParameterizedTest
  @CsvSource({
    "'$PGHP,1,2008,5,9,0,0,0,10,338,2,,1,2D', PROPRIETARY",
    "'$PFEC,idfnc,R', PROPRIETARY",
    "'$P', PROPRIETARY",
    "'$CCGPQ,GGA', QUERY",
    "'$GPGSV,3,1,11', UNKNOWN",
    "'$GPBOD', UNKNOWN",
    "'$GPXGGA,1', UNKNOWN",
    "'!AIVDM,1,1,,A,177KQJ5000G?tO`K>RA1wUbN0TKH,0', ENCAPSULATED",
    "'$', NO_ADDRESS",
    "'', NO_ADDRESS",
    "'GPGGA,1', NO_ADDRESS",
    "',', NO_ADDRESS"
  })
  void whatIsNotForUsIsPassedOverForAReason(String text, Why why) {
    assertThat(PlainSentences.read(text)).isEqualTo(new PassedOver(why));
  }

  @Test
  void everySentenceOfTheTableIsRead() {
    assertThat(ALL)
        .allSatisfy(
            text -> assertThat(((Said) PlainSentences.read(text)).spoilt()).as(text).isEmpty());
  }

  @Test
  void everySentenceMayEndAnywhere() {
    for (String text : ALL) {
      for (int end = 0; end <= text.length(); end++) {
        String cut = text.substring(0, end);
        assertThatCode(() -> PlainSentences.read(cut)).as(cut).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void whateverTheTextIsThereIsAnAnswer() {
    Random random = new Random(20261122);
    int read = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder(ALL.get(random.nextInt(ALL.size())));
      for (int change = random.nextInt(6); change >= 0; change--) {
        int at = 6 + random.nextInt(text.length() - 6);
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(256));
          case 1 -> text.setCharAt(at, ',');
          case 2 -> text.insert(at, random.nextInt() + "" + (char) (32 + random.nextInt(95)));
          default -> text.setLength(at + 1);
        }
        if (text.length() < 8) {
          text.append(",1,2");
        }
      }
      Understood understood = PlainSentences.read(text.toString());
      read += understood instanceof Said ? 1 : 0;
    }
    assertThat(read).as("most were still read as far as they went").isGreaterThan(100_000);
  }
}
