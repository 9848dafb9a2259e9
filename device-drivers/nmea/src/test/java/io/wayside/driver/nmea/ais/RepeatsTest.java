// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private static final long SECOND = 1_000_000_000;

  private final Repeats repeats = new Repeats(Repeats.USUAL, 4);

  private static Reception monitoring(
      long seconds, int repeat, int mmsi, int sequence, int retransmitted, int supply) {
    Reception heard =
        new Written()
            .put(6, 6)
            .put(repeat, 2)
            .put(mmsi, 30)
            .put(sequence, 2)
            .put(999999999, 30)
            .put(retransmitted, 1)
            .put(0, 1)
            .put(235, 10)
            .put(10, 6)
            .put(supply, 10)
            .zeros(38)
            .heard();
    return new Reception(
        seconds * SECOND, "", false, heard.channel(), heard.message(), heard.bits());
  }

  @Test
  void theSameOnTheOtherChannelIsARepeatForAMinute() {
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351132, 1, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(2, 0, 992351132, 1, 0, 283))).isTrue();
    assertThat(repeats.isRepeat(monitoring(60, 0, 992351132, 1, 0, 283))).isTrue();
    assertThat(repeats.isRepeat(monitoring(61, 0, 992351132, 1, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(62, 0, 992351132, 1, 0, 283))).isTrue();
  }

  @Test
  void throughARepeaterAndSentOnceMoreItIsTheSame() {
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351132, 1, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(1, 2, 992351132, 1, 0, 283))).isTrue();
    assertThat(repeats.isRepeat(monitoring(1, 3, 992351132, 1, 1, 283))).isTrue();
  }

  @Test
  void anotherSenderSequenceOrContentIsNew() {
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351132, 1, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351133, 1, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351132, 2, 0, 283))).isFalse();
    assertThat(repeats.isRepeat(monitoring(0, 0, 992351132, 1, 0, 284))).isFalse();
  }

  @Test
  void whenThereIsNoRoomTheFirstIsForgotten() {
    for (int supply = 1; supply <= 5; supply++) {
      assertThat(repeats.isRepeat(monitoring(supply, 0, 992351132, 1, 0, supply))).isFalse();
    }
    assertThat(repeats.isRepeat(monitoring(6, 0, 992351132, 1, 0, 5))).isTrue();
    assertThat(repeats.isRepeat(monitoring(6, 0, 992351132, 1, 0, 1))).isFalse();
  }

  @Test
  void messagesTooShortToBeRetransmittedAreCompared() {
    Reception brief = new Written().put(6, 6).put(0, 2).put(992351132, 30).heard();
    Repeats fresh = new Repeats(Duration.ofSeconds(1), 1);
    assertThat(fresh.isRepeat(brief)).isFalse();
    assertThat(fresh.isRepeat(brief)).isTrue();
  }
}
