// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.driver.nmea.ais.AddressedBinary;
import io.wayside.driver.nmea.ais.BroadcastOrder;
import io.wayside.driver.nmea.ais.Header;
import io.wayside.driver.nmea.ais.application.AidHealth;
import io.wayside.driver.nmea.ais.application.AidMonitoring;
import io.wayside.driver.nmea.sentence.CheckSum;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import io.wayside.driver.nmea.session.Outgoing.NotSent;
import io.wayside.driver.nmea.session.Outgoing.Question;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {

  @Test
  void whatATransponderIsToldToSendHasAnAnswer() throws NotSent {
    AddressedBinary message =
        new AddressedBinary(
            new Header(6, 0, 995741001),
            0,
            2241111,
            false,
            235,
            10,
            new AidMonitoring(500, 0, 0, new AidHealth(0, 1, false), 0, false));
    List<String> order =
        new BroadcastOrder("AI", 2, BroadcastOrder.Channel.BOTH, 1).sentences(message);
    Outgoing outgoing = Outgoing.of(order);

    assertThat(outgoing.question()).contains(new Question(6, 2));
    assertThat(new String(outgoing.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .isEqualTo(String.join("", order));
  }

  @Test
  void broadcastsAndAddressedMessagesHaveTheirTypeInTheirOwnField() throws NotSent {
    assertThat(Outgoing.of(List.of(CheckSum.ended("!AIABM,1,1,3,002241111,0,6,w,0"))).question())
        .contains(new Question(6, 3));
    assertThat(Outgoing.of(List.of(CheckSum.ended("!AIBBM,1,1,1,0,8,w,0"))).question())
        .contains(new Question(8, 1));
    assertThat(Outgoing.of(List.of(CheckSum.ended("!AIVDM,1,1,,A,w,0"))).question()).isEmpty();
  }

  @Test
  void anAnswerIsMatchedByTypeAndSequenceAsFarAsItHasThem() {
    Question question = new Question(6, 2);

    assertThat(question.isAnsweredBy(answer(OptionalInt.of(6), OptionalInt.of(2)))).isTrue();
    assertThat(question.isAnsweredBy(answer(OptionalInt.empty(), OptionalInt.of(2)))).isTrue();
    assertThat(question.isAnsweredBy(answer(OptionalInt.of(6), OptionalInt.of(3)))).isFalse();
    assertThat(question.isAnsweredBy(answer(OptionalInt.of(8), OptionalInt.of(2)))).isFalse();
  }

  private static Answered answer(OptionalInt message, OptionalInt sequence) {
    return new Answered(OptionalInt.empty(), message, sequence, Answered.Outcome.SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$SDDPT,5.3,0.0,\r\n",
        "$SDDPT,5.3,0.0,*00\r\n",
        "hello\r\n",
        "$GPTXT,01,01,02,a*3A",
        "\r\n"
      })
  void whatIsNoSentenceIsNotSent(String sentence) {
    assertThatThrownBy(() -> Outgoing.of(List.of(sentence)))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("not one sentence");
  }

  @Test
  void nothingRidesAlongWithASentence() {
    String good = CheckSum.ended("$AIACK,001");

    assertThatThrownBy(() -> Outgoing.of(List.of(good + good))).isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> Outgoing.of(List.of("x" + good))).isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> Outgoing.of(List.of("x\r\n" + good))).isInstanceOf(NotSent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$AIACF,995741001,1,2102.5260,N,10551.3140,E,1,2087,2088,2087,2088,1,14,0,",
        "$AIACG,995741001,FF,50,1,0,0,BUOY 12,0,0,0,0,",
        "$AIAID,1,delete,995741001,",
        "$AICBR,995741001,21,0,00,00,-1,540,1,00,00,-1,540,"
      })
  void aDeviceIsNotSetUpOtherwiseButMayBeToldAReport(String text) throws NotSent {
    assertThatThrownBy(() -> Outgoing.of(List.of(CheckSum.ended(text + "C"))))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("set up the device otherwise");
    assertThat(Outgoing.of(List.of(CheckSum.ended(text + "R"))).question()).isEmpty();
  }
}
