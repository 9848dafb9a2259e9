// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  /** Lists as lantern makers and lists of lights give them. */
  @ParameterizedTest
  @CsvSource({
    "+300 -1700,Fl 2s",
    "+300 -4700,Fl 5s",
    "+2000 -3000,LFl 5s",
    "+4000 -4000,Iso 8s",
    "+1000 -2000 +1000 -6000,Fl(2) 10s",
    "+400 -1000 +400 -1000 +400 -5800,Fl(3) 9s",
    "+300 -400 +300 -1200 +300 -3500,Fl(2+1) 6s",
    "+500 -500 +500 -500 +500 -7500,Q(3) 10s",
    "+250 -250 +250 -250 +250 -3750,VQ(3) 5s",
    "+500 -500 +1500 -3500,Mo(A) 6s",
    "+500 -500 +500 -500 +1500 -11500,Mo(U) 15s",
    "+1500 -500 +500 -500 +1500 -4500,Mo(K) 9s",
    "-1000 +1000 -1000 +10000,Oc(2) 13s",
    "-1000 +1000 -1000 +4000 -1000 +4000,Oc(2+1) 12s",
    "+10000 -2000,Oc 12s",
    "+120 -120,UQ",
    "+600 -400,Q",
  })
  void theNameIsTheMariners(String lengths, String name) {
    assertThat(LightCharacter.of(Lengths.of(lengths))).hasToString("Optional[" + name + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "-1000",
    "+500 -600 +900 -3000 +2000 -4000",
  })
  void aListOfNoClassHasNone(String lengths) {
    assertThat(LightCharacter.of(Lengths.of(lengths))).isEmpty();
  }

  @Test
  void aListIsNamedAlikeWhereverItBeginsAndThoughItIsMeasured() throws LightSyntax {
    Random random = new Random(19);
    int named = 0;
    for (int i = 0; i < 3_000; i++) {
      LightCharacter character = LightCharacter.parse(SomeCharacters.text(random));
      if (character.open().isPresent() || !SomeCharacters.isToldApart(character)) {
        continue;
      }
      Rhythm turned = measured(character.rhythm(), random);
      assertThat(LightCharacter.of(turned))
          .as("%s as %s", character, Lengths.in(turned))
          .hasValueSatisfying(name -> assertThat(name.sameKind(character)).isTrue());
      named++;
    }
    assertThat(named).isGreaterThan(1_500);
  }

  /** Begins anywhere, and each length is off by up to 10 ms. */
  private static Rhythm measured(Rhythm rhythm, Random random) {
    List<Phase> phases = new ArrayList<>();
    for (Phase phase : rhythm.phases()) {
      int off = rhythm.phases().size() == 1 ? 0 : random.nextInt(21) - 10;
      phases.add(new Phase(phase.colour(), Math.max(1, phase.millis() + off)));
    }
    Collections.rotate(phases, random.nextInt(phases.size()));
    return new Rhythm(phases);
  }
}
