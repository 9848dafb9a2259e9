// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void intervalsBeginAtRoundTimesOfTheirOwnLength() {
    Span.Slot slot = Span.M15.slot(at("2026-11-22T03:29:59.999Z"), HANOI);
    assertThat(slot.from()).isEqualTo(at("2026-11-22T03:15:00Z"));
    assertThat(slot.to()).isEqualTo(at("2026-11-22T03:30:00Z"));
    assertThat(Span.M15.slot(slot.to(), HANOI).from()).isEqualTo(slot.to());
  }

  @Test
  void hoursAreHoursOfTheLocalClock() {
    assertThat(Span.M60.slot(at("2026-11-22T03:29:00Z"), KATHMANDU).from())
        .isEqualTo(at("2026-11-22T03:15:00Z"));
  }

  @Test
  void theLocalDayHas23And25HoursWhenClocksChange() {
    assertThat(Span.DAY.slot(at("2026-03-29T12:00:00Z"), BERLIN).seconds()).isEqualTo(23 * 3600);
    assertThat(Span.DAY.slot(at("2026-10-25T12:00:00Z"), BERLIN).seconds()).isEqualTo(25 * 3600);
    assertThat(Span.DAY.slot(at("2026-10-25T12:00:00Z"), HANOI).seconds()).isEqualTo(24 * 3600);
  }

  @Test
  void intervalsCoverEveryMomentOnceThroughEveryChangeOfClocks() {
    for (ZoneId zone : new ZoneId[] {BERLIN, LORD_HOWE, HANOI, KATHMANDU}) {
      for (Span span : Span.values()) {
        Instant moment = span.slot(at("2026-03-27T00:00:00Z"), zone).from();
        while (moment.isBefore(at("2026-04-08T00:00:00Z"))) {
          Span.Slot slot = span.slot(moment, zone);
          assertThat(slot.from()).isEqualTo(moment);
          assertThat(slot.seconds()).isPositive();
          assertThat(span.slot(slot.to().minusMillis(1), zone)).isEqualTo(slot);
          moment = slot.to();
        }
      }
    }
  }

  @Test
  void lengthsAreReadAsPeopleWriteThem() {
    assertThat(Span.of("15m")).contains(Span.M15);
    assertThat(Span.of("1h")).contains(Span.M60);
    assertThat(Span.of("day")).contains(Span.DAY);
    assertThat(Span.of("7m")).isEmpty();
  }
}
