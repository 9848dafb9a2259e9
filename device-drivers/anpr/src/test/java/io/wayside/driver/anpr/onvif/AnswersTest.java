// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final String HEAD =
      "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
          + " xmlns:wsa=\"http://www.w3.org/2005/08/addressing\" xmlns:x=\"urn:x\""
          + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><s:Header/><s:Body>";
  private static final String TAIL = "</s:Body></s:Envelope>";
  private static final String PULLED =
      """
      <x:PullMessagesResponse><x:CurrentTime>2026-11-22T06:00:00Z</x:CurrentTime>
      <x:TerminationTime>2026-11-22T06:01:00Z</x:TerminationTime>
      <x:NotificationMessage><x:Topic>tns1:RuleEngine/y:Recognition/LicensePlate</x:Topic>
      <x:Message><tt:Message UtcTime="2026-11-22T05:59:59.5" PropertyOperation="Changed">
      <tt:Source><tt:SimpleItem Name="Rule" Value="lane 1"/></tt:Source>
      <tt:Data><tt:ElementItem Name="LicensePlateInfo"><tt:LicensePlateInfo>
      <tt:PlateNumber Likelihood="0.9">51F-123.45</tt:PlateNumber>
      <tt:New/></tt:LicensePlateInfo></tt:ElementItem></tt:Data></tt:Message></x:Message>
      </x:NotificationMessage></x:PullMessagesResponse>""";

  private static byte[] message(String body) {
    return (HEAD + body + TAIL).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theCamerasClockIsRead() throws Exception {
    String answer =
        "<x:GetSystemDateAndTimeResponse><x:SystemDateAndTime><tt:UTCDateTime><tt:Time>"
            + "<tt:Hour>6</tt:Hour><tt:Minute>5</tt:Minute><tt:Second>60</tt:Second></tt:Time>"
            + "<tt:Date><tt:Year>2026</tt:Year><tt:Month>11</tt:Month><tt:Day>22</tt:Day></tt:Date>"
            + "</tt:UTCDateTime></x:SystemDateAndTime></x:GetSystemDateAndTimeResponse>";

    assertThat(Answers.systemDateAndTime(message(answer)))
        .contains(Instant.parse("2026-11-22T06:05:59Z"));
    assertThatThrownBy(() -> Answers.systemDateAndTime(message(answer.replace(">11<", ">13<"))))
        .isInstanceOf(GarbledData.class);
  }

  @Test
  void whatWaitedIsRead() throws Exception {
    Pulled pulled = Answers.pulled(message(PULLED));

    assertThat(pulled.now()).isEqualTo("2026-11-22T06:00:00Z");
    assertThat(pulled.until()).isEqualTo("2026-11-22T06:01:00Z");
    Notification told = pulled.notifications().get(0);
    assertThat(told.topic()).isEqualTo("RuleEngine/Recognition/LicensePlate");
    assertThat(told.at()).contains(Instant.parse("2026-11-22T05:59:59.500Z"));
    assertThat(told.operation()).contains("Changed");
  }

  @Test
  void aRefusalNamesAllItsCodesAndItsReason() {
    String fault =
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized"
            + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text>who?</s:Text></s:Reason></s:Fault>";

    assertThatThrownBy(() -> Answers.pulled(message(fault)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.isUnauthorised()).isTrue())
        .hasMessage("s:Sender ter:NotAuthorized: who?");
  }

  @Test
  void whatCameWithAnAddressGoesBackWithTheNextQuestion() throws Exception {
    String given =
        "<x:CreatePullPointSubscriptionResponse><x:SubscriptionReference>"
            + "<wsa:Address>http://192.0.2.1/pull</wsa:Address><wsa:ReferenceParameters>"
            + "<c:Which xmlns:c=\"urn:c\" a=\"&lt;\">7 &amp; 8</c:Which></wsa:ReferenceParameters>"
            + "</x:SubscriptionReference><x:CurrentTime>2026-11-22T06:00:00Z</x:CurrentTime>"
            + "<x:TerminationTime>2026-11-22T06:01:00Z</x:TerminationTime>"
            + "</x:CreatePullPointSubscriptionResponse>";
    PullPoint point = Answers.pullPoint(message(given));
    Element question =
        Element.read(
            Question.pull(point, Duration.ofMillis(1_500), 7).open("http://192.0.2.1/a?b&c", "1"));
    Element back = question.at("Header", "Which").orElseThrow();

    assertThat(point.left(point.since())).isEqualTo(Duration.ofMinutes(1));
    assertThat(back.space()).isEqualTo("urn:c");
    assertThat(back.text()).isEqualTo("7 & 8");
    assertThat(back.attribute("a")).contains("<");
    assertThat(back.attribute("IsReferenceParameter")).contains("true");
    assertThat(question.textAt("Header", "To")).contains("http://192.0.2.1/a?b&c");
    assertThat(question.textAt("Body", "PullMessages", "Timeout")).contains("PT1S");
    assertThat(question.textAt("Body", "PullMessages", "MessageLimit")).contains("7");
  }

  /** An answer must not be able to read files of the gateway, or to grow by being read. */
  @Test
  void documentTypesAndWhatIsTooDeepOrTooManyAreRefused() {
    String file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
    String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
    String many = "<a>" + "<b/>".repeat(30_000) + "</a>";
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 100; i++) {
      wide.append(" b").append(i).append("=\"\"");
    }
    for (String wrong : new String[] {file, deep, many, wide + "/>", "", "<a>"}) {
      assertThatThrownBy(() -> Element.read(wrong.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(GarbledData.class);
    }
  }

  @Test
  void whateverComesIsReadOrRefused() {
    byte[] sound = message(PULLED);
    PlateEvents events = new PlateEvents("", new PassedOver());
    Random random = new Random(17);
    int read = 0;
    for (int round = 0; round < 6_000; round++) {
      byte[] spoilt = sound.clone();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(32, 127);
      }
      if (round % 3 == 0) {
        spoilt = java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length) + 1);
      }
      try {
        for (Notification each : Answers.pulled(spoilt).notifications()) {
          read += events.read(each, Instant.EPOCH).isPresent() ? 1 : 0;
        }
      } catch (GarbledData | Refusal refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
    assertThat(read).isBetween(100, 5_900); // both ways were gone
  }
}
