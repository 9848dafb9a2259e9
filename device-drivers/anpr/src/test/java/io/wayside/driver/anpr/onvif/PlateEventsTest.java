// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.anpr.event.PlateNotice;
import io.wayside.driver.anpr.onvif.PassedOver.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlateEventsTest {

  private static final Instant SUBSCRIBED = Instant.parse("2026-11-22T06:00:00Z");
  private static final String TOPIC = "tns1:RuleEngine/Recognition/LicensePlate";
  private static final String INFO =
      "<ElementItem Name=\"LicensePlateInfo\"><LicensePlateInfo>"
          + "<PlateNumber Likelihood=\"0.9\">51F-123.45</PlateNumber>"
          + "<PlateType Likelihood=\"0.8\">Normal</PlateType>"
          + "<CountryCode Likelihood=\"0.7\">VN</CountryCode></LicensePlateInfo></ElementItem>";

  private final PassedOver passedOver = new PassedOver();
  private final PlateEvents events = new PlateEvents("", passedOver);

  private static Notification told(String topic, String attributes, String data) throws Exception {
    String message =
        "<NotificationMessage><Topic>"
            + topic
            + "</Topic><Message><Message "
            + attributes
            + "><Source><SimpleItem Name=\"VideoSource\" Value=\"v1\"/>"
            + "<SimpleItem Name=\"Rule\" Value=\"lane 2\"/></Source><Data>"
            + data
            + "</Data></Message></Message></NotificationMessage>";
    return Notification.of(Element.read(message.getBytes(StandardCharsets.UTF_8)));
  }

  private static String at(String time) {
    return "UtcTime=\"2026-11-22T" + time + "Z\"";
  }

  private Optional<PlateNotice> read(Notification told) {
    return events.read(told, SUBSCRIBED).map(PlateEvents.Seen::notice);
  }

  @Test
  void aPlateHasWhatTheMessageSays() throws Exception {
    String more =
        "<SimpleItem Name=\"ObjectId\" Value=\"12\"/><SimpleItem Name=\"Likelihood\" Value=\"0.5\"/>"
            + "<ElementItem Name=\"VehicleInfo\"><VehicleInfo><Type>Truck</Type></VehicleInfo>"
            + "</ElementItem>";
    PlateNotice plate = read(told(TOPIC, at("06:00:01"), more + INFO)).orElseThrow();

    assertThat(plate.plate()).isEqualTo("51F-123.45");
    assertThat(plate.confidence()).hasValue(0.9);
    assertThat(plate.lane()).contains("lane 2");
    assertThat(plate.country()).contains("VN");
    assertThat(plate.vehicle()).contains("Truck");
    assertThat(plate.passage().orElse("")).contains("object 12", "v1");
    assertThat(plate.cameraTime()).contains(SUBSCRIBED.plusSeconds(1));
  }

  @Test
  void withoutALikelihoodOfTheTextThatOfTheEventCountsAndNonsenseDoesNot() throws Exception {
    String without = INFO.replace(" Likelihood=\"0.9\"", "");
    String event = "<SimpleItem Name=\"Likelihood\" Value=\"%s\"/>";

    assertThat(read(told(TOPIC, "", event.formatted("0.25") + without)).orElseThrow().confidence())
        .hasValue(0.25);
    assertThat(read(told(TOPIC, "", event.formatted("97") + without)).orElseThrow().confidence())
        .isEmpty();
    assertThat(read(told(TOPIC, "", event.formatted("NaN") + without)).orElseThrow().confidence())
        .isEmpty();
    assertThat(read(told(TOPIC, "", without)).orElseThrow().confidence()).isEmpty();
  }

  @Test
  void twoObjectsAreTwoPassagesAndAnObjectWithoutAnIdIsItsPlate() throws Exception {
    String object = "<SimpleItem Name=\"ObjectId\" Value=\"%s\"/>";
    String one = read(told(TOPIC, "", object.formatted("1") + INFO)).orElseThrow().passage().get();
    String two = read(told(TOPIC, "", object.formatted("2") + INFO)).orElseThrow().passage().get();
    String none = read(told(TOPIC, "", object.formatted("0") + INFO)).orElseThrow().passage().get();

    assertThat(one).isNotEqualTo(two);
    assertThat(none).contains("plate 51F-123.45");
  }

  @Test
  void whatWasSoBeforeTheSubscriptionIsNoEventAndWhatBeginsAfterItIs() throws Exception {
    String initialized = " PropertyOperation=\"Initialized\"";

    assertThat(read(told(TOPIC, at("05:59:59") + initialized, INFO))).isEmpty();
    assertThat(read(told(TOPIC, initialized, INFO))).isEmpty();
    assertThat(read(told(TOPIC, at("06:00:01") + initialized, INFO))).isPresent();
    assertThat(read(told(TOPIC, at("05:59:59") + " PropertyOperation=\"Changed\"", INFO)))
        .isPresent();
    assertThat(read(told(TOPIC, at("06:00:02") + " PropertyOperation=\"Deleted\"", INFO)))
        .isEmpty();
    assertThat(passedOver.of(Reason.STATE_BEFORE)).isEqualTo(2);
    assertThat(passedOver.of(Reason.DELETED)).isEqualTo(1);
  }

  @Test
  void otherTopicsAndOtherSourcesArePassedOverAndCounted() throws Exception {
    PlateEvents ofTwo = new PlateEvents("v2", passedOver);

    assertThat(read(told("tns1:VideoSource/MotionAlarm", "", INFO))).isEmpty();
    assertThat(read(told("tns1:RuleEngine/Recognition/Face", "", INFO))).isEmpty();
    assertThat(ofTwo.read(told(TOPIC, "", INFO), SUBSCRIBED)).isEmpty();
    assertThat(passedOver.of(Reason.OTHER_TOPIC)).isEqualTo(2);
    assertThat(passedOver.of(Reason.OTHER_SOURCE)).isEqualTo(1);
    assertThat(passedOver).hasToString("other_topic 2, other_source 1");
  }

  @Test
  void eventsWithoutAPlateAreCountedInARow() throws Exception {
    assertThat(read(told(TOPIC, "", ""))).isEmpty();
    assertThat(read(told(TOPIC, "", INFO.replace("51F-123.45", "unknown")))).isEmpty();
    assertThat(read(told(TOPIC, "", INFO.replace("51F-123.45", "9".repeat(33))))).isEmpty();
    assertThat(passedOver.withoutPlateInARow()).isEqualTo(3);
    assertThat(read(told(TOPIC, "", INFO))).isPresent();
    assertThat(passedOver.withoutPlateInARow()).isZero();
  }

  @Test
  void picturesInTheMessageAreKeptIfTheyAreSome() throws Exception {
    String jpeg = "<ElementItem Name=\"Image\"><Image>/9gH\n/9k=</Image></ElementItem>";
    String noJpeg = "<ElementItem Name=\"VehicleImage\"><Image>AAAA</Image></ElementItem>";

    assertThat(events.read(told(TOPIC, "", INFO + jpeg + noJpeg), SUBSCRIBED).orElseThrow().jpegs())
        .singleElement()
        .isEqualTo(new byte[] {(byte) 0xff, (byte) 0xd8, 7, (byte) 0xff, (byte) 0xd9});
  }
}
