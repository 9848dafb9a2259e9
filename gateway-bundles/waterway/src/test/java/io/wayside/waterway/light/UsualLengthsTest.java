// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lengths that docs/lights.md promises, character by character. */
class UsualLengthsTest {

  @ParameterizedTest
  @CsvSource({
    // A sixth of the period, 0.3 to 0.5 s.
    "Fl 1.5s,+300 -1200",
    "Fl 2s,+300 -1700",
    "Fl 2.5s,+400 -2100",
    "Fl 3s,+500 -2500",
    "Fl 20s,+500 -19500",
    // Groups that have room, and groups that have not.
    "Fl(2) 5s,+500 -1000 +500 -3000",
    "Fl(2) 10s,+500 -1000 +500 -8000",
    "Fl(2) 3s,+350 -700 +350 -1600",
    "Fl(3) 10s,+500 -1000 +500 -1000 +500 -6500",
    "Fl(3) 5s,+450 -900 +450 -900 +450 -1850",
    "Fl(4) 6s,+400 -800 +400 -800 +400 -800 +400 -2000",
    "Fl(2+1) 5s,+250 -500 +250 -1000 +250 -2750",
    "Fl(2+1) 6s,+350 -700 +350 -1400 +350 -2850",
    "Fl(2+1) 12s,+500 -1000 +500 -2000 +500 -7500",
    "Fl(1+3) 20s,+500 -2000 +500 -1000 +500 -1000 +500 -14000",
    // Long flashes.
    "LFl 5s,+2000 -3000",
    "LFl 10s,+2000 -8000",
    "LFl(2) 20s,+2000 -1000 +2000 -15000",
    "Fl+LFl 10s,+500 -1000 +2000 -6500",
    "Fl(2)+LFl 12s,+500 -1000 +500 -1000 +2000 -7000",
    // Quick ones.
    "Q 1s,+300 -700",
    "Q 1.2s,+360 -840",
    "VQ 0.6s,+240 -360",
    "UQ 0.2s,+80 -120",
    "VQ(3) 5s,+200 -300 +200 -300 +200 -3800",
    "Q(3) 10s,+300 -700 +300 -700 +300 -7700",
    "IQ 6s,+300 -700 +300 -700 +300 -3700",
    "IVQ 5s,+200 -300 +200 -300 +200 -300 +200 -3300",
    "IUQ 4s,+100 -150 +100 -150 +100 -150 +100 -3150",
    // Eclipses.
    "Oc 3s,+2250 -750",
    "Oc 4s,+3000 -1000",
    "Oc 6s,+4500 -1500",
    "Oc 20s,+18000 -2000",
    "Oc(2) 6s,-1000 +1000 -1000 +3000",
    "Oc(3) 15s,-1000 +1000 -1000 +1000 -1000 +10000",
    // Halves.
    "Iso 2s,+1000 -1000",
    "Iso 5s,+2500 -2500",
    // Letters.
    "Mo(A) 8s,+500 -500 +1500 -5500",
    "Mo(U) 15s,+500 -500 +500 -500 +1500 -11500",
    "Mo(K) 8s,+1500 -500 +500 -500 +1500 -3500",
    "Mo(A) 3s,+300 -300 +900 -1500",
  })
  void areThoseOfTheDocument(String character, String lengths) throws LightSyntax {
    Rhythm rhythm = LightCharacter.parse(character).rhythm();

    assertThat(Lengths.in(rhythm)).isEqualTo(lengths);
  }

  @ParameterizedTest
  @CsvSource({
    "VQ(9) 10s,9,0",
    "Q(9) 15s,9,0",
    "VQ(6)+LFl 10s,6,1",
    "Q(6)+LFl 15s,6,1",
    "IQ 15s,12,0",
  })
  void quickFlashesAreAsManyAsAreSaid(String character, int quick, int slow) throws LightSyntax {
    Rhythm rhythm = LightCharacter.parse(character).rhythm();

    assertThat(rhythm.runs().stream().filter(run -> run.lit() && run.millis() <= 300))
        .hasSize(quick);
    assertThat(rhythm.runs().stream().filter(run -> run.lit() && run.millis() == 2000))
        .hasSize(slow);
    assertThat(rhythm.runs().get(rhythm.runs().size() - 1).millis()).isGreaterThan(2000);
  }

  @ParameterizedTest
  @CsvSource({
    "A,.-", "B,-...", "C,-.-.", "D,-..", "E,.", "F,..-.", "G,--.", "H,....", "I,..", "J,.---",
    "K,-.-", "L,.-..", "M,--", "N,-.", "O,---", "P,.--.", "Q,--.-", "R,.-.", "S,...", "T,-",
    "U,..-", "V,...-", "W,.--", "X,-..-", "Y,-.--", "Z,--.."
  })
  void lettersAreThoseOfMorse(char letter, String signs) {
    assertThat(Morse.of(letter)).contains(signs);
    assertThat(Morse.letter(signs)).contains(letter);
  }

  @Test
  void otherSignsAreNoLetters() {
    assertThat(Morse.of('a')).isEmpty();
    assertThat(Morse.of('1')).isEmpty();
    assertThat(Morse.letter(".-.-.-")).isEqualTo(Optional.empty());
    assertThat(Morse.units("AN")).containsExactly(1, 1, 3, 3, 3, 1, 1);
  }

  @Test
  void theEndOfAPeriodRunsOnIntoItsBeginning() {
    assertThat(Lengths.of("+500 -1000 -500 +250").runs())
        .containsExactly(new Run(true, 750), new Run(false, 1500));
    assertThat(Lengths.of("-500 +1000").runs())
        .containsExactly(new Run(false, 500), new Run(true, 1000));
    assertThat(Lengths.of("+500 +500").runs()).containsExactly(new Run(true, 1000));
    assertThat(Lengths.of("+500 -1000 -500 +250").litMs()).isEqualTo(750);
  }
}
