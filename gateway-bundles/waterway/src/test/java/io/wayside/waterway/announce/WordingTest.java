// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.announce.Known.Verdict;
import io.wayside.waterway.announce.Wording.Words;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  private static final long MIN = 60_000_000_000L;
  private static final long FRESH = 15 * MIN;
  private static final Fix FIX = Fix.of(20.5003, 106.6004);
  private static final OptionalInt ASHORE = OptionalInt.of(5_741_001);
  private static final LightState[] LIGHTS = LightState.values();
  private static final PlaceState[] PLACES = PlaceState.values();
  private static final LightStatus[] WORDS = LightStatus.values();

  private static Stamp at(long minutes) {
    return new Stamp(
        Instant.parse("2026-11-22T13:00:00Z").plusNanos(minutes * MIN),
        ClockQuality.synchronisedBy("ntp"),
        "boot",
        minutes * MIN);
  }

  private static Wording wording(Footing footing, OptionalInt authority) {
    int mmsi = footing == Footing.VIRTUAL ? 995_746_007 : 995_741_007;
    return new Wording(
        new Identity(mmsi, 24, "BACH DANG 7", footing, false, new Place(20.5, 106.6)),
        authority,
        FRESH);
  }

  /** All of it told in the same minute. */
  private static Known known(LightState light, PlaceState place, LightStatus word, long minute) {
    Stamp at = at(minute);
    return new Known(
        Optional.of(new Dated<>(new Verdict(light, place), at)),
        Optional.of(new Dated<>(FIX, at)),
        Optional.of(new Dated<>(word, at)),
        Optional.empty(),
        Optional.of(new Dated<>(3, at)),
        Map.of(AidQuantity.SUPPLY_V, new Dated<>(12.5, at)),
        Optional.of(new Dated<>(true, at)));
  }

  private static AidAnnouncement said(LightState light, PlaceState place, LightStatus word) {
    return wording(Footing.FLOATING, ASHORE).of(known(light, place, word, 0), at(1)).announcement();
  }

  @ParameterizedTest
  @CsvSource({
    "AS_IT_SHOULD_BE, ON, ON",
    "AS_IT_SHOULD_BE, OFF, OFF",
    "AS_IT_SHOULD_BE, FAILED, NOT_TOLD",
    "AS_IT_SHOULD_BE, NOT_TOLD, NOT_TOLD",
    "DARK, OFF, FAILED",
    "DARK, ON, FAILED",
    "WRONG_RHYTHM, ON, FAILED",
    "REDUCED, ON, FAILED",
    "DAY_BURNING, NOT_TOLD, ON",
    "UNKNOWN, ON, NOT_TOLD",
    "NOT_WATCHED, ON, NOT_TOLD"
  })
  void theLightIsToldByTheStationsVerdict(
      LightState verdict, LightStatus word, LightStatus expected) {
    assertThat(said(verdict, PlaceState.ON_STATION, word).light()).isEqualTo(expected);
  }

  @Test
  void thePlaceIsToldByTheStationsVerdict() {
    LightState well = LightState.AS_IT_SHOULD_BE;
    assertThat(said(well, PlaceState.ON_STATION, LightStatus.ON).offPosition()).contains(false);
    assertThat(said(well, PlaceState.OFF_STATION, LightStatus.ON).offPosition()).contains(true);
    assertThat(said(well, PlaceState.ADRIFT, LightStatus.ON).offPosition()).contains(true);
    assertThat(said(well, PlaceState.UNKNOWN, LightStatus.ON).offPosition()).isEmpty();
    assertThat(said(well, PlaceState.NOT_WATCHED, LightStatus.ON).offPosition()).isEmpty();
  }

  @Test
  void whereItIsMeasuredIsToldWhileTheFixIsFresh() {
    Known known = known(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION, LightStatus.ON, 0);
    Wording wording = wording(Footing.FLOATING, ASHORE);
    assertThat(wording.of(known, at(15)).announcement().place()).isEqualTo(FIX);
    assertThat(wording.of(known, at(15)).announcement().measured()).isTrue();

    AidAnnouncement late = wording.of(known, at(16)).announcement();
    assertThat(late.place()).isEqualTo(Fix.of(20.5, 106.6));
    assertThat(late.measured()).isFalse();
  }

  /** In none of all combinations is an unknown told as good. */
  @Test
  void whatIsNotKnownIsNeverWell() {
    Random random = new Random(6);
    for (int round = 0; round < 20_000; round++) {
      LightState light = LIGHTS[random.nextInt(LIGHTS.length)];
      PlaceState place = PLACES[random.nextInt(PLACES.length)];
      LightStatus word = WORDS[random.nextInt(WORDS.length)];
      Footing footing = random.nextBoolean() ? Footing.FIXED : Footing.FLOATING;
      int age = random.nextInt(30);
      Words words = wording(footing, ASHORE).of(known(light, place, word, 0), at(age));
      AidAnnouncement said = words.announcement();
      boolean silent = age > 15;
      boolean lightKnown = !silent && light != LightState.UNKNOWN;
      boolean placeKnown = !silent && place != PlaceState.UNKNOWN;
      if (said.light() == LightStatus.ON || said.light() == LightStatus.OFF) {
        assertThat(lightKnown && light != LightState.NOT_WATCHED && !light.fails()).isTrue();
      }
      if (said.offPosition().isPresent()) {
        assertThat(placeKnown).isTrue();
        assertThat(said.offPosition()).contains(place.fails());
      }
      if (said.alarm().equals(Optional.of(false))) {
        assertThat(lightKnown && placeKnown && !light.fails() && !place.fails()).isTrue();
      }
      assertThat(said.alarm().equals(Optional.of(true)))
          .isEqualTo(!silent && (light.fails() || place.fails()));
      words
          .condition()
          .ifPresent(
              told -> {
                assertThat(Optional.of(told.alarm())).isEqualTo(said.alarm());
                assertThat(placeKnown).isTrue();
                assertThat(told.offPosition()).isEqualTo(place.fails());
                assertThat(place == PlaceState.NOT_WATCHED && footing == Footing.FLOATING)
                    .isFalse();
              });
      if (words.condition().isEmpty()) {
        assertThat(words.doubt()).as("why nothing is told").isNotEmpty();
      }
    }
  }

  @Test
  void aStationThatWritesNoMoreIsNotBelievedAndNamed() {
    Known known = known(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION, LightStatus.ON, 0);
    Words words = wording(Footing.FLOATING, ASHORE).of(known, at(16));

    assertThat(words.announcement().offPosition()).isEmpty();
    assertThat(words.announcement().light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(words.announcement().alarm()).isEmpty();
    assertThat(words.condition()).isEmpty();
    assertThat(words.doubt()).contains("15 min");
  }

  @Test
  void anotherBootIsDatedByTheWallClockAndTheFutureByNothing() {
    Known known = known(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION, LightStatus.ON, 10);
    Wording wording = wording(Footing.FLOATING, ASHORE);
    assertThat(wording.of(known, reboot(12)).announcement().offPosition()).contains(false);
    assertThat(wording.of(known, reboot(26)).announcement().offPosition()).isEmpty();
    assertThat(wording.of(known, reboot(9)).announcement().offPosition()).isEmpty();
  }

  @Test
  void aClockThatFollowedNothingDatesNothingAcrossAReboot() {
    Known known = known(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION, LightStatus.ON, 10);
    Wording wording = wording(Footing.FLOATING, ASHORE);
    Stamp unset = new Stamp(at(12).wall(), ClockQuality.unsynchronised(), "next", 5);
    assertThat(wording.of(known, unset).announcement().offPosition()).isEmpty();
    Stamp sameBoot = new Stamp(at(12).wall(), ClockQuality.unsynchronised(), "boot", 12 * MIN);
    assertThat(wording.of(known, sameBoot).announcement().offPosition()).contains(false);

    Stamp then = new Stamp(at(10).wall(), ClockQuality.unsynchronised(), "boot", 10 * MIN);
    assertThat(new Dated<>(true, then).isFresh(reboot(12), FRESH)).isFalse();
    assertThat(new Dated<>(true, at(10)).isFresh(reboot(12), FRESH)).isTrue();
  }

  private static Stamp reboot(long minute) {
    return new Stamp(at(minute).wall(), at(minute).clock(), "next", 5);
  }

  @Test
  void theAuthorityHearsWhatWasMeasured() {
    Known known = known(LightState.DARK, PlaceState.ON_STATION, LightStatus.ON, 0);
    assertThat(wording(Footing.FLOATING, ASHORE).of(known, at(1)).condition())
        .hasValueSatisfying(
            told -> {
              assertThat(told.authority()).isEqualTo(5_741_001);
              assertThat(told.alarm()).isTrue();
              assertThat(told.light()).isEqualTo(LightStatus.FAILED);
              assertThat(told.racon()).isEqualTo(RaconStatus.NOT_TOLD);
              assertThat(told.quantities()).containsEntry(AidQuantity.SUPPLY_V, 12.5);
              assertThat(told.inputs()).hasValue(3);
            });
    assertThat(wording(Footing.FLOATING, OptionalInt.empty()).of(known, at(1)).condition())
        .isEmpty();
  }

  @Test
  void aVirtualAidHasNoStateAndNoDoubt() {
    Words words = wording(Footing.VIRTUAL, OptionalInt.empty()).of(Known.NOTHING, at(0));

    assertThat(words.announcement().place()).isEqualTo(Fix.of(20.5, 106.6));
    assertThat(words.announcement().alarm()).isEmpty();
    assertThat(words.announcement().offPosition()).isEmpty();
    assertThat(words.doubt()).isEmpty();
  }
}
