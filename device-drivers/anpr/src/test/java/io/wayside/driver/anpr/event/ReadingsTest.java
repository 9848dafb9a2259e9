// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.PlateReading;
import io.wayside.driver.http.MultipartReader;
import io.wayside.driver.http.Part;
import io.wayside.driver.http.Unreadable;
import io.wayside.rig.simulators.anpr.DahuaForm;
import io.wayside.rig.simulators.anpr.EventForm;
import io.wayside.rig.simulators.anpr.HikvisionForm;
import io.wayside.rig.simulators.anpr.SeenPlate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {

  private static final long MS = 1_000_000;
  private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, 1, (byte) 0xff, (byte) 0xd9};

  private final List<PlateReading> heard = new ArrayList<>();

  private static Part text(String text) {
    return new Part(Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Part plate(int seconds, String plate) {
    return text(
        "Code=TrafficJunction;data={\"UTC\":\"17953272%02d\",\"TrafficCar\":{\"PlateNumber\":\"%s\"}}"
            .formatted(seconds, plate));
  }

  private static Part picture() {
    return new Part(Map.of("content-type", "image/jpeg"), JPEG);
  }

  private Readings readings(boolean withPictures) {
    return new Readings(Dialect.dahua(1), withPictures, heard::add);
  }

  @Test
  void picturesGoWithTheEventBeforeThemUntilTheNext() throws GarbledData {
    Readings readings = readings(true);
    readings.take(picture(), 0);
    readings.take(plate(1, "A1"), 10 * MS);
    readings.take(picture(), 20 * MS);
    readings.take(picture(), 30 * MS);
    assertThat(heard).isEmpty();
    readings.take(plate(2, "A2"), 40 * MS);
    readings.ended();

    assertThat(heard).extracting(r -> r.pictures().size()).containsExactly(2, 0);
    assertThat(heard).extracting(PlateReading::monotonicNanos).containsExactly(10 * MS, 40 * MS);
    assertThat(heard.get(0).pictures()).extracting(p -> p.name()).doesNotHaveDuplicates();
  }

  @Test
  void aReadingWaitsAThirdOfASecondForItsPicturesAndNoLonger() throws GarbledData {
    Readings readings = readings(true);
    readings.take(plate(1, "A1"), 0);
    readings.flush(299 * MS);
    assertThat(heard).isEmpty();
    readings.flush(300 * MS);

    assertThat(heard).hasSize(1);
    readings.take(picture(), 310 * MS);
    readings.flush(2_000 * MS);
    assertThat(heard).hasSize(1);
  }

  @Test
  void moreThanFourPicturesAreNotKept() throws GarbledData {
    Readings readings = readings(true);
    readings.take(plate(1, "A1"), 0);
    for (int i = 0; i < 9; i++) {
      readings.take(picture(), i);
    }
    readings.ended();

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).pictures()).hasSize(4);
  }

  @Test
  void theSameEventIsHeardOnceAndAgainAfterAMinute() throws GarbledData {
    Readings readings = readings(false);
    readings.take(plate(1, "A1"), 0);
    readings.take(plate(1, "A1"), 1_000 * MS);
    readings.take(plate(2, "A1"), 2_000 * MS);
    readings.take(plate(1, "A1"), 70_000 * MS);

    assertThat(heard)
        .extracting(PlateReading::monotonicNanos)
        .containsExactly(0L, 2_000 * MS, 70_000 * MS);
  }

  @Test
  void whatIsTooLongIsRefusedOrPassedOver() throws GarbledData {
    Readings readings = readings(false);
    Part endless = new Part(Map.of(), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> readings.take(endless, 0)).isInstanceOf(GarbledData.class);
    readings.take(plate(1, "A".repeat(40)), 0);
    assertThat(heard).isEmpty();
    readings.take(plate(2, "A1"), 0);
    assertThat(heard).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStreamCutAtEveryByteGivesTheSameReadings(boolean isDahua) throws Exception {
    Dialect dialect = isDahua ? Dialect.dahua(1) : Dialect.hikvision(1);
    EventForm form = isDahua ? new DahuaForm() : new HikvisionForm(false, true);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(form.heartbeat());
    SeenPlate first = SeenPlate.of(1, "51F-123.45", AT).with(List.of(JPEG));
    form.event(first).forEach(all::writeBytes);
    form.event(first.again()).forEach(all::writeBytes);
    form.event(SeenPlate.of(2, "29A-555.55", AT)).forEach(all::writeBytes);
    all.writeBytes(form.heartbeat());
    all.writeBytes(form.heartbeat());
    byte[] bytes = all.toByteArray();
    for (int cut = 0; cut < bytes.length; cut++) {
      heard.clear();
      Readings readings = new Readings(dialect, true, heard::add);
      MultipartReader reader =
          new MultipartReader("multipart/mixed; boundary=" + form.boundary(), 1 << 20);
      feed(reader, readings, Arrays.copyOf(bytes, cut));
      feed(reader, readings, Arrays.copyOfRange(bytes, cut, bytes.length));
      readings.ended();

      assertThat(heard).extracting(PlateReading::text).containsExactly("51F-123.45", "29A-555.55");
      assertThat(heard.get(0).pictures()).hasSize(1);
    }
  }

  private static void feed(MultipartReader reader, Readings readings, byte[] bytes)
      throws GarbledData, Unreadable {
    reader.add(bytes, bytes.length);
    for (Optional<Part> part = reader.next(); part.isPresent(); part = reader.next()) {
      readings.take(part.get(), 0);
    }
  }

  @Test
  void aClockIsWrongAfterThreeEventsAndRightAfterOne() {
    ClockWatch watch = new ClockWatch(Duration.ofSeconds(5));
    watch.heard(AT.plusSeconds(6), AT);
    watch.heard(AT.plusSeconds(6), AT);
    assertThat(watch.offset()).isEmpty();
    watch.heard(AT.plusSeconds(7), AT);
    assertThat(watch.offset()).contains(Duration.ofSeconds(7));
    watch.heard(AT.minusSeconds(5), AT);
    assertThat(watch.offset()).isEmpty();
  }
}
