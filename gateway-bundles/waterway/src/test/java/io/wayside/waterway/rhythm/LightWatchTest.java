// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import io.wayside.waterway.light.Rhythm;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightWatchTest {

  private static final long S = 1_000_000_000L;

  private static LightCharacter character(String text) {
    try {
      return LightCharacter.parse(text);
    } catch (LightSyntax syntax) {
      throw new AssertionError(syntax);
    }
  }

  private static LightWatch watch(String text) {
    return new LightWatch(Expected.character(character(text)));
  }

  private static Rhythm rhythm(String text) {
    return character(text).rhythm();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fl R 3s",
        "Fl(2) 6s",
        "Fl(2+1) R 10s",
        "Q",
        "VQ",
        "Q(9) 15s",
        "VQ(6)+LFl 10s",
        "Iso 6s",
        "Oc 4s",
        "Oc(2+1) 12s",
        "Mo(A) 6s",
        "LFl 10s",
        "UQ"
      })
  void edgesOfTheExpectedLightAreRecognised(String text) {
    LightWatch watch = watch(text);
    Lamp lamp = new Lamp(rhythm(text), new Random(3)).jitterMs(15);

    lamp.edges(watch, 0, 60 * S);

    assertThat(watch.seen(60 * S)).as(watch.finding(60 * S).reason()).isEqualTo(Seen.AS_EXPECTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fl 3s | Fl 4s",
        "Fl 4s | Fl 3s",
        "Fl(2) 6s | Fl 3s",
        "Fl 3s | Fl(2) 6s",
        "Q(9) 15s | Q",
        "Q | Q(9) 15s",
        "VQ | VQ(9) 10s",
        "VQ(9) 10s | VQ",
        "Q | VQ",
        "Iso 6s | Oc 6s",
        "Oc 6s | Iso 6s",
        "LFl 10s | Fl 10s",
        "Fl 10s | LFl 10s",
        "Fl(2+1) 10s | Fl(3) 10s",
        "Q(6)+LFl 15s | Q(9) 15s",
        "Mo(A) 6s | Mo(U) 6s",
        "F | Fl 5s",
        "Fl 5s | F",
      })
  void anotherLightIsToldFromTheExpectedOne(String wanted, String shown) {
    LightWatch watch = watch(wanted);
    Lamp lamp = new Lamp(rhythm(shown), new Random(5)).jitterMs(15);
    for (long second = 1; second <= 90; second++) {
      lamp.edges(watch, (second - 1) * S, second * S);
      assertThat(watch.seen(second * S)).as("after %d s", second).isNotEqualTo(Seen.AS_EXPECTED);
    }

    Finding finding = watch.finding(90 * S);
    assertThat(finding.seen()).isEqualTo(Seen.OTHER_RHYTHM);
    assertThat(finding.reason()).contains(wanted);
  }

  @Test
  void aReasonNamesWhatIsShown() {
    LightWatch watch = watch("Fl 4s");
    new Lamp(rhythm("Fl(2) 6s"), new Random(5)).edges(watch, 0, 60 * S);

    assertThat(watch.finding(60 * S).reason())
        .contains("should show Fl 4s")
        .contains("shows Fl(2) 6s (lit 0.50, dark 1.00, lit 0.50, dark 4.00 s)");
  }

  @Test
  void flashesOfAnotherLengthAreTheSameCharacterButNotTheSameList() throws LightSyntax {
    Rhythm shown = character("Fl(2) 6s").rhythm("0.3 0.8 0.3 4.6");
    LightWatch byName = watch("Fl(2) 6s");
    LightWatch byList = new LightWatch(Expected.list(rhythm("Fl(2) 6s")));

    new Lamp(shown, new Random(1)).edges(byName, 0, 60 * S);
    new Lamp(shown, new Random(1)).edges(byList, 0, 60 * S);

    assertThat(byName.seen(60 * S)).isEqualTo(Seen.AS_EXPECTED);
    assertThat(byList.seen(60 * S)).isEqualTo(Seen.OTHER_RHYTHM);
  }

  @Test
  void lightThatStopsIsDarkAfterTwoPeriodsAndHalfAMinute() {
    LightWatch watch = watch("Fl 4s");
    new Lamp(rhythm("Fl 4s"), new Random(1)).edges(watch, 0, 60 * S);

    long last = 56 * S + S / 2;
    assertThat(watch.seen(last + 29 * S)).as("not yet").isEqualTo(Seen.AS_EXPECTED);
    assertThat(watch.seen(last + 34 * S)).isEqualTo(Seen.DARK);

    LightWatch slow = watch("LFl 25s");
    new Lamp(rhythm("LFl 25s"), new Random(1)).edges(slow, 0, 100 * S);
    assertThat(slow.seen(100 * S)).isEqualTo(Seen.AS_EXPECTED);
    assertThat(slow.seen(100 * S + 26 * S)).as("not yet").isNotEqualTo(Seen.DARK);
    assertThat(slow.seen(100 * S + 28 * S)).isEqualTo(Seen.DARK);
  }

  @Test
  void lightThatStaysOnIsAnotherRhythm() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = new Lamp(rhythm("Fl 4s"), new Random(1));
    lamp.edges(watch, 0, 60 * S + S / 10);

    assertThat(watch.seen(80 * S)).isEqualTo(Seen.OTHER_RHYTHM);
    assertThat(watch.finding(80 * S).reason()).contains("lit for 20.0 s");
  }

  @Test
  void aSteadyLightIsKnownAfterHalfAMinute() {
    LightWatch watch = watch("F R");
    watch.edge(0, true);

    assertThat(watch.seen(29 * S)).isEqualTo(Seen.NOT_KNOWN);
    assertThat(watch.seen(31 * S)).isEqualTo(Seen.AS_EXPECTED);
    watch.edge(100 * S, false);
    assertThat(watch.seen(120 * S)).isEqualTo(Seen.AS_EXPECTED);
    assertThat(watch.seen(131 * S)).isEqualTo(Seen.DARK);
  }

  @Test
  void silenceIsNeverAVerdict() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = new Lamp(rhythm("Fl 4s"), new Random(1));
    lamp.edges(watch, 0, 60 * S);
    watch.silent(60 * S);

    assertThat(watch.seen(70 * S)).as("held for a while").isEqualTo(Seen.AS_EXPECTED);
    assertThat(watch.seen(100 * S)).isEqualTo(Seen.NOT_KNOWN);
    assertThat(watch.seen(10_000 * S)).isEqualTo(Seen.NOT_KNOWN);
    watch.edge(10_000 * S, false);
    assertThat(watch.seen(10_029 * S)).as("dark since it is heard").isEqualTo(Seen.NOT_KNOWN);
    assertThat(watch.seen(10_031 * S)).isEqualTo(Seen.DARK);
  }

  @Test
  void gapsBetweenGoodStretchesChangeNothing() {
    LightWatch watch = watch("Fl(2) 6s");
    Lamp lamp = new Lamp(rhythm("Fl(2) 6s"), new Random(1));
    long nanos = 0;
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      long length = (20 + random.nextInt(20)) * S + random.nextInt(1_000_000_000);
      lamp.edges(watch, nanos, nanos + length);
      nanos += length;
      assertThat(watch.seen(nanos)).isEqualTo(Seen.AS_EXPECTED);
      watch.silent(nanos);
      nanos += random.nextInt(5) * S + random.nextInt(1_000_000_000);
      assertThat(watch.seen(nanos)).isEqualTo(Seen.AS_EXPECTED);
    }
  }

  @Test
  void oneDisturbanceIsForgivenAndManyAreNot() {
    LightWatch watch = watch("Fl 4s");
    Lamp lamp = new Lamp(rhythm("Fl 4s"), new Random(1));
    lamp.edges(watch, 0, 62 * S);
    watch.edge(62 * S, true);
    watch.edge(62 * S + S / 20, false);
    lamp.edges(watch, 62 * S + S / 10, 63 * S);
    assertThat(watch.seen(63 * S)).isEqualTo(Seen.AS_EXPECTED);
    for (int i = 0; i < 8; i++) {
      long from = (64 + 12L * i) * S;
      lamp.edges(watch, from, from + 10 * S);
      watch.edge(from + 10 * S, true);
      watch.edge(from + 10 * S + S / 20, false);
    }
    assertThat(watch.seen(160 * S)).isEqualTo(Seen.OTHER_RHYTHM);
  }

  @Test
  void bouncingContactsAreSettled() {
    LightWatch watch = watch("Fl 4s");
    Random random = new Random(8);
    for (int i = 0; i < 20; i++) {
      bounce(watch, i * 4L * S, true, random);
      bounce(watch, i * 4L * S + S / 2, false, random);
    }
    assertThat(watch.seen(80 * S)).isEqualTo(Seen.AS_EXPECTED);
  }

  private static void bounce(LightWatch watch, long nanos, boolean lit, Random random) {
    for (int i = 0; i < 6; i++) {
      watch.edge(nanos + i * 2_000_000L + random.nextInt(1_000_000), (i % 2 == 1) == lit);
    }
  }
}
