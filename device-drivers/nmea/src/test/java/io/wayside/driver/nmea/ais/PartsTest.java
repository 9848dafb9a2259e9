// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.ais.application.Applications;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in several sentences, and sentences that are not well made. */
class PartsTest {

  private static final String FIRST =
      "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0";
  private static final String SECOND = "!AIVDM,2,2,1,A,88888888880,2";
  private static final long SECOND_NANOS = 1_000_000_000;

  private final AisDecoder decoder =
      new AisDecoder(new Settings(Duration.ofSeconds(4), 3, Applications.USUAL));

  private Optional<Reception> hear(long nanos, String text, String tagBlock) {
    return decoder.hear(new Sentence(nanos, text, tagBlock));
  }

  private Optional<Reception> hear(String text) {
    return hear(0, text, "");
  }

  @Test
  void theLastPartMakesTheMessage() {
    assertThat(hear(FIRST)).isEmpty();
    assertThat(decoder.pending()).isEqualTo(1);
    Reception heard = hear(5, SECOND, "").orElseThrow();
    assertThat(((VoyageData) heard.message()).name()).isEqualTo("EVER DIADEM");
    assertThat(heard.monotonicNanos()).isEqualTo(5);
    assertThat(heard.bits().length()).isEqualTo(424);
    assertThat(decoder.pending()).isZero();
    assertThat(decoder.refusals().total()).isZero();
  }

  @Test
  void partsOfDifferentReceiversChannelsAndSequencesDoNotMix() {
    hear(0, FIRST, "s:north,c:1");
    assertThat(hear(0, SECOND, "s:south,c:1")).isEmpty();
    assertThat(hear(0, SECOND, "c:1")).isEmpty();
    assertThat(hear(0, SECOND.replace(",A,", ",B,"), "s:north")).isEmpty();
    assertThat(hear(0, SECOND.replace(",2,1,", ",2,2,"), "s:north")).isEmpty();
    assertThat(hear(0, SECOND.replace("VDM", "VDO"), "s:north")).isEmpty();
    Reception heard = hear(0, SECOND, "c:2,s:north").orElseThrow();
    assertThat(heard.source()).isEqualTo("north");
    assertThat(decoder.refusals().all()).containsOnlyKeys(Refusal.STRAY_PART);
  }

  @Test
  void theFirstPartBeginsAnew() {
    hear(FIRST.replace("55?M", "5555"));
    hear(FIRST);
    assertThat(((VoyageData) hear(SECOND).orElseThrow().message()).mmsi()).isEqualTo(351759000);
    assertThat(decoder.refusals().all()).containsExactly(Map.entry(Refusal.UNFINISHED, 1L));
  }

  @Test
  void partsThatComeTooLateOrTwiceOrOutOfTurnAreRefused() {
    hear(0, FIRST, "");
    assertThat(hear(4 * SECOND_NANOS + 1, SECOND, "")).isEmpty();
    assertThat(decoder.refusals().all())
        .isEqualTo(Map.of(Refusal.UNFINISHED, 1L, Refusal.STRAY_PART, 1L));
    assertThat(hear("!AIVDM,3,1,2,A,55,0")).isEmpty();
    assertThat(hear("!AIVDM,3,3,2,A,55,0")).isEmpty();
    assertThat(hear("!AIVDM,3,2,2,A,55,0")).isEmpty();
    assertThat(decoder.refusals().all())
        .isEqualTo(Map.of(Refusal.UNFINISHED, 2L, Refusal.STRAY_PART, 2L));
    assertThat(decoder.pending()).isZero();
  }

  @Test
  void partsInTimeMakeTheMessageWhateverTheClockShows() {
    long nearlyOver = Long.MAX_VALUE - SECOND_NANOS;
    hear(nearlyOver, FIRST, "");
    assertThat(hear(nearlyOver + 3 * SECOND_NANOS, SECOND, "")).isPresent();
  }

  @Test
  void whenThereIsNoRoomTheOldestIsGivenUp() {
    for (int sequence = 1; sequence <= 4; sequence++) {
      hear(FIRST.replace("2,1,1", "2,1," + sequence));
    }
    assertThat(decoder.pending()).isEqualTo(3);
    assertThat(hear(SECOND)).isEmpty();
    assertThat(hear(SECOND.replace("2,2,1", "2,2,2"))).isPresent();
    assertThat(decoder.refusals().all())
        .isEqualTo(Map.of(Refusal.UNFINISHED, 1L, Refusal.STRAY_PART, 1L));
  }

  @Test
  void fillIsLeftOutAtTheEndOfTheLastPartOnly() {
    hear("!AIVDM,2,1,1,A,>5?Per18=HB1U:1@E,2");
    Reception heard = hear("!AIVDM,2,2,1,A,=B0m<L,2").orElseThrow();
    assertThat(((SafetyText) heard.message()).text()).isEqualTo("RCVD YR TEST MSG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,6",
        "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,",
        "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ",
        "!AIVDM,0,0,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0",
        "!AIVDM,1,2,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0",
        "!AIVDM,11,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0",
        "!AIVDM,1,1,,AB,15RTgt0PAso;90TKcjM8h6g208CQ,0",
        "!AIVDM,,,,,,",
        "!AIVDM,",
        "!AIVDM;1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0"
      })
  void fieldsThatAreNotWhatTheyShouldBeAreRefused(String text) {
    assertThat(hear(text)).isEmpty();
    assertThat(decoder.refusals().all()).containsExactly(Map.entry(Refusal.MALFORMED, 1L));
  }

  @Test
  void lettersThatNoBitsTravelAsAndTooFewOfThemAreRefused() {
    hear("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208C~,0");
    hear("!AIVDM,1,1,,A,,2");
    hear("!AIVDM,1,1,,A,15RTgt0,5");
    assertThat(decoder.refusals().all())
        .isEqualTo(Map.of(Refusal.NOT_ARMOUR, 2L, Refusal.TOO_SHORT, 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$PGHP,1,2008,5,9,0,0,0,10,338,2,,1,09",
        "$GPRMC,213950.00,A,5250.53669,N,00542.34920,E,0.020,,070420,,,A",
        "!AIABM,1,1,0,,3,6,0,0",
        "!A",
        "$AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0"
      })
  void sentencesOfOtherKindsArePassedOver(String text) {
    assertThat(hear(text)).isEmpty();
    assertThat(decoder.refusals().total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB", "BS", "SA", "AI", "AN"})
  void anyTalkerWillDo(String talker) {
    Reception heard = hear("!" + talker + "VDM,1,1,,,15RTgt0PAso;90TKcjM8h6g208CQ,0").orElseThrow();
    assertThat(heard.channel()).isEqualTo(' ');
  }

  @Test
  void settingsThatWaitForNothingAreRefused() {
    assertThatThrownBy(() -> new Settings(Duration.ZERO, 1, Applications.USUAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Settings(Duration.ofSeconds(1), 0, Applications.USUAL))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
