// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightCharacterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fl.R.4s | Fl R 4s",
        "Fl(2+1)R 10s | Fl(2+1) R 10s",
        "Q(6)+LFl 15s | Q(6)+LFl 15s",
        "Q (6) + L.Fl. 15 s | Q(6)+LFl 15s",
        "VQ(9)W.10s | VQ(9) 10s",
        "VQ | VQ",
        "Q.R | Q R",
        "Mo(A)6s | Mo(A) 6s",
        "Mo (AA) W 15s | Mo(AA) 15s",
        "Iso 6s | Iso 6s",
        "F R | F R",
        "F.R. | F R",
        "Al.Oc BuY 3s | Al.Oc BuY 3s",
        "Al Fl WR 10s | Al.Fl WR 10s",
        "Al.WR.4s | Al WR 4s",
        "F Fl 10s | FFl 10s",
        "FFl(2) 10s | FFl(2) 10s",
        "F & Fl G 5s | FFl G 5s",
        "F L Fl 12s | FLFl 12s",
        "Al.FFl WR 20s | Al.FFl WR 20s",
        "LFl 10s | LFl 10s",
        "L Fl G 8s | LFl G 8s",
        "Occ(2+1) 12s | Oc(2+1) 12s",
        "IQ 10s | IQ 10s",
        "IVQ G 10s | IVQ G 10s",
        "IUQ 12s | IUQ 12s",
        "UQ | UQ",
        "Fl(1) R 3s | Fl R 3s",
        "Fl.2.5s | Fl 2.5s",
        "Fl 2,5s | Fl 2.5s",
        "fl(3) y 12S | Fl(3) Y 12s",
        "Fl Am 4s | Fl Y 4s",
        "Fl Or 4s | Fl Y 4s",
        "Oc(2) WRG 9s 21m 15/12/12M | Oc(2) WRG 9s 21m 15/12/12M",
        "Fl 5s 12.5m 8M | Fl 5s 12.5m 8M",
        "Iso WG 4s 10-8M | Iso WG 4s 10/8M",
      })
  void isReadAsChartsPrintItAndWrittenInOneWay(String printed, String canonical)
      throws LightSyntax {
    LightCharacter character = LightCharacter.parse(printed);

    assertThat(character).hasToString(canonical);
    assertThat(LightCharacter.parse(canonical)).isEqualTo(character);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0 | there is no class of light",
        "Blink 3s | 0 | is no class of light",
        "Fl(2 | 4 | the group is not closed",
        "Fl(2+) R | 5 | a group has 1 to 60",
        "Fl(0) R | 3 | a group has 1 to 60",
        "Fl(2+1R 10s | 6 | stands within a group",
        "Iso(2) 6s | 3 | has no groups",
        "Oc+LFl 6s | 2 | no long flash follows",
        "Q(6)+Fl 15s | 5 | only a long flash",
        "Mo 6s | 3 | names its letters",
        "Mo(4) 6s | 3 | no letter of Morse",
        "Mo() 6s | 2 | names its letters",
        "Mo(A | 4 | not closed",
        "Fl V 6s | 3 | neither a colour nor a figure",
        "Fl R 6 | 6 | a figure has no unit",
        "Fl 6s R 7s | 8 | the period is given twice",
        "Fl R 6s G | 8 | colours are given twice",
        "Fl RGR 6s | 5 | given twice",
        "Fl 0s | 3 | out of bounds",
        "Fl 900s | 3 | out of bounds",
        "Al W 4s | 3 | two colours",
        "F R 5s | 6 | a fixed light has no period",
        "Fl 5s 90M | 6 | out of bounds",
      })
  void whatIsWrongIsNamedWithItsPlace(String text, int position, String reason) {
    LightSyntax wrong = catchThrowableOfType(LightSyntax.class, () -> LightCharacter.parse(text));

    assertThat(wrong.reason()).contains(reason);
    assertThat(wrong.position()).isEqualTo(position);
    assertThat(wrong.remedy()).isNotBlank();
    assertThat(wrong).hasMessageContaining("column " + position);
  }

  /** Vectors of the Polish list of lights, and lengths that follow from the rules. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Oc 12s | +10000 -2000",
        "Oc(2) 13s | -1000 +1000 -1000 +10000",
        "Oc(2+1) 12s | -1000 +1000 -1000 +4000 -1000 +4000",
        "Iso 10s | +5000 -5000",
        "Fl R 4s | +500 -3500",
        "Fl(2+1) R 10s | +500 -1000 +500 -2000 +500 -5500",
        "LFl 10s | +2000 -8000",
        "Q | +300 -700",
        "VQ | +200 -300",
        "UQ | +100 -150",
        "Q(3) 10s | +300 -700 +300 -700 +300 -7700",
        "VQ(3) 5s | +200 -300 +200 -300 +200 -3800",
        "Mo(A) 6s | +500 -500 +1500 -3500",
        "Mo(AA) 16s | +500 -500 +1500 -1500 +500 -500 +1500 -9500",
        "Al WR 4s | +2000 +2000",
        "Al.Oc BuY 3s | +1000 -500 +1000 -500",
        "Al.Fl WR 10s | +500 -4500 +500 -4500",
        "F R | +1000",
        "FFl 10s | +500 +9500",
      })
  void isLaidOutAsLightAndDark(String text, String lengths) throws LightSyntax {
    assertThat(signed(LightCharacter.parse(text).rhythm())).isEqualTo(lengths);
  }

  @Test
  void quickFlashesEndWithALongOne() throws LightSyntax {
    Rhythm south = LightCharacter.parse("Q(6)+LFl 15s").rhythm();

    assertThat(south.periodMs()).isEqualTo(15_000);
    assertThat(south.phases().stream().filter(Phase::lit).map(Phase::millis))
        .containsExactly(300, 300, 300, 300, 300, 300, 2000);
    assertThat(south.phases().get(12)).isEqualTo(Phase.lit(Colour.WHITE, 2000));
  }

  @Test
  void coloursOfAnAlternatingLightFollowEachOther() throws LightSyntax {
    assertThat(colours("Al.Oc BuY 3s")).containsExactly(Colour.BLUE, Colour.YELLOW);
    assertThat(colours("Al.Fl(2) WR 10s")).containsExactly(Colour.WHITE, Colour.RED);
    assertThat(colours("Al.Fl(2+1) WR 20s"))
        .containsExactly(Colour.WHITE, Colour.WHITE, Colour.RED);
    assertThat(colours("Fl(2) WRG 10s")).containsExactly(Colour.WHITE, Colour.WHITE);
  }

  private static List<Colour> colours(String text) throws LightSyntax {
    return LightCharacter.parse(text).rhythm().phases().stream()
        .flatMap(phase -> phase.colour().stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fl R | the period is not given",
        "Q(3) | the period is not given",
        "Q 10s | not the rate of Q",
        "LFl 3s | no room",
        "Fl(20) 6s | no room",
        "Oc(9) 2s | no room",
        "Mo(QQ) 3s | no room",
      })
  void whatItLeavesOpenIsSaid(String text, String words) throws LightSyntax {
    LightCharacter character = LightCharacter.parse(text);

    assertThat(character.open()).hasValueSatisfying(open -> assertThat(open).contains(words));
    assertThatThrownBy(character::rhythm).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aListGivenForOneAidIsTakenIfItKeepsTheCharacter() throws LightSyntax {
    LightCharacter east = LightCharacter.parse("Q(3) 10s");

    assertThat(signed(east.rhythm("0.4 0.6, 0.4 0.6, 0.4 7.6")))
        .isEqualTo("+400 -600 +400 -600 +400 -7600");
    assertThat(wrongList(east, "0.4 0.6 x").position()).isEqualTo(8);
    assertThat(wrongList(east, "0.4 0.6 0.4").reason()).contains("ends with light");
    assertThat(wrongList(east, "0.4 0.6 0.4 0.6").reason()).contains("period");
    assertThat(wrongList(LightCharacter.parse("Fl 4s"), "3 1").reason()).contains("less lit");
  }

  private static LightSyntax wrongList(LightCharacter character, String list) {
    return catchThrowableOfType(LightSyntax.class, () -> character.rhythm(list));
  }

  @Test
  void everyUsualListKeepsTheRulesOfItsClassAndIsNamedAgain() throws LightSyntax {
    Random random = new Random(7);
    for (int i = 0; i < 8_000; i++) {
      LightCharacter character = LightCharacter.parse(SomeCharacters.text(random));
      assertThat(LightCharacter.parse(character.toString())).isEqualTo(character);
      if (character.open().isPresent()) {
        continue;
      }
      Rhythm rhythm = character.rhythm();
      assertThat(LightRules.faults(character, rhythm)).as("%s %s", character, rhythm).isEmpty();
      if (SomeCharacters.isToldApart(character)) {
        assertThat(LightCharacter.of(rhythm))
            .as("%s %s", character, signed(rhythm))
            .hasValueSatisfying(
                named -> {
                  assertThat(named.sameKind(character)).as("%s", named).isTrue();
                  assertThat(named.bare().rhythm().periodMs()).isEqualTo(rhythm.periodMs());
                });
      }
    }
  }

  @Test
  void namesAreGivenToListsWithOtherLengths() throws LightSyntax {
    assertThat(name("+300 -2700")).isEqualTo("Fl 3s");
    assertThat(name("-2700 +300")).isEqualTo("Fl 3s");
    assertThat(name("+300 -2700 +300 -2700")).isEqualTo("Fl 3s");
    assertThat(name("+300 -600 +1000 -4100")).isEqualTo("Mo(A) 6s");
    assertThat(name("+500 -700 +500 -2100 +500 -5700")).isEqualTo("Fl(2+1) 10s");
    assertThat(name("+3000 -1000")).isEqualTo("Oc 4s");
    assertThat(name("+2980 -3020")).isEqualTo("Iso 6s");
    assertThat(name("+250 -250")).isEqualTo("VQ");
    assertThat(name("+700 -300")).isEqualTo("Q");
    assertThat(name("+1000")).isEqualTo("F");
    assertThat(LightCharacter.of(rhythm("-1000"))).isEmpty();
    assertThat(LightCharacter.of(rhythm("+500 -600 +900 -3000 +2000 -4000"))).isEmpty();
  }

  private static String name(String lengths) {
    return LightCharacter.of(rhythm(lengths)).orElseThrow().toString();
  }

  private static Rhythm rhythm(String lengths) {
    return new Rhythm(
        Arrays.stream(lengths.split(" "))
            .map(
                length ->
                    length.startsWith("+")
                        ? Phase.lit(Colour.WHITE, Integer.parseInt(length.substring(1)))
                        : Phase.dark(Integer.parseInt(length.substring(1))))
            .toList());
  }

  @Test
  void noTextBringsAnythingButACharacterOrItsError() {
    Random random = new Random(11);
    String signs = "FlLOcIsoQVUMo(+)AaWRGYBu0123456789.,smM /-\u00a0é\0";
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      String text = i % 2 == 0 ? SomeCharacters.text(random) : "";
      StringBuilder mangled = new StringBuilder(text);
      for (int j = random.nextInt(4) + (text.isEmpty() ? random.nextInt(12) : 0); j >= 0; j--) {
        int at = random.nextInt(mangled.length() + 1);
        mangled.insert(at, signs.charAt(random.nextInt(signs.length())));
      }
      try {
        LightCharacter character = LightCharacter.parse(mangled.toString());
        assertThat(LightCharacter.parse(character.toString())).isEqualTo(character);
        character.open();
        read++;
      } catch (LightSyntax syntax) {
        assertThat(syntax.position()).isBetween(0, mangled.length());
      }
    }
    assertThat(read).isPositive();
  }

  private static String signed(Rhythm rhythm) {
    return rhythm.phases().stream()
        .map(phase -> (phase.lit() ? "+" : "-") + phase.millis())
        .collect(Collectors.joining(" "));
  }
}
