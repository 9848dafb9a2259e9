// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripInstrumentTest {

  private static final String WHOLE =
      """
      {"instrument": "lane-1", "kind": "strips", "notes": "x",
       "lines": [
        {"name": "a", "atM": 0, "widthM": 0.053, "halves": [
          {"channel": "a.l", "side": "left", "newtonsPerUnitMetre": 47000, "lateralM": [0, 1.6],
           "timeConstantS": 3, "speedFactors": [[20, 1.1], [80, 1.0]],
           "temperatureFactors": [[0, 0.9], [40, 1.1]], "lobe": "positive", "clipAt": 10},
          {"channel": "a.r", "side": "right", "newtonsPerUnitMetre": 48000}]},
        {"name": "b", "atM": 3, "widthM": 0.053, "halves": [
          {"channel": "b", "side": "both", "newtonsPerUnitMetre": 47000}]},
        {"name": "c", "atM": 5, "angleDeg": 45, "widthM": 0.03, "halves": [
          {"channel": "c", "side": "both", "newtonsPerUnitMetre": 9000}]}],
       "loops": [{"contact": "loop-1", "fromM": -3, "toM": -1},
                 {"channel": "loop-2", "fromM": 6, "toM": 8, "threshold": 0.2}],
       "temperature": {"channel": "t"},
       "rules": {"groupSpacingM": 1.8, "fusion": "median", "calibrationPercent": 1}}
      """;

  private static StripInstrument read(String json) throws GarbledData {
    return StripInstrument.from(Node.read("lane.json", json));
  }

  @Test
  void readsWhatItSays() throws GarbledData {
    StripInstrument instrument = read(WHOLE);
    assertThat(instrument.channels()).containsExactly("a.l", "a.r", "b", "c", "loop-2", "t");
    Half half = instrument.lines().get(0).halves().get(0);
    assertThat(half.toM()).isEqualTo(1.6);
    assertThat(half.timeConstantS()).isEqualTo(3);
    assertThat(half.lobe()).isEqualTo(Half.Lobe.POSITIVE);
    assertThat(half.clipAt()).isEqualTo(10);
    assertThat(half.speedFactors().at(50)).isCloseTo(1.05, within(1e-12));
    assertThat(half.speedFactors().at(10)).isEqualTo(1.1);
    assertThat(half.speedFactors().at(120)).isEqualTo(1.0);
    assertThat(half.temperatureFactors().at(40)).isEqualTo(1.1);
    assertThat(instrument.lines().get(2).angleDeg()).isEqualTo(45);
    assertThat(instrument.loops().get(0).contact()).contains("loop-1");
    assertThat(instrument.rules().groupSpacingM()).isEqualTo(1.8);
    assertThat(instrument.rules().fusion()).isEqualTo(StripRules.Fusion.MEDIAN);
    assertThat(instrument.rules().calibrationShare()).isCloseTo(0.01, within(1e-12));
    assertThat(instrument.rules().longestSpacingM())
        .isEqualTo(StripRules.DEFAULT.longestSpacingM());
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    refuses("\"kind\": \"strips\"", "\"kind\": \"bridge\"", "strips");
    refuses("\"atM\": 3", "\"atM\": -3", "order of travel");
    refuses("\"atM\": 3", "\"atM\": 0.2", "0.5 m apart");
    refuses("\"channel\": \"b\"", "\"channel\": \"a.l\"", "a.l");
    refuses("\"channel\": \"t\"", "\"channel\": \"c\"", "twice");
    refuses("47000, \"lateralM\": [0, 1.6]", "47000, \"lateralM\": [1.6, 0]", "right to left");
    refuses("\"side\": \"right\"", "\"side\": \"left\"", "halves");
    refuses("\"side\": \"right\"", "\"side\": \"both\"", "halves");
    refuses("48000", "-1", "above zero");
    refuses("[[20, 1.1], [80, 1.0]]", "[[80, 1.1], [20, 1.0]]", "rising");
    refuses("[[20, 1.1], [80, 1.0]]", "[]", "at least one pair");
    refuses("\"contact\": \"loop-1\"", "\"contact\": \"l\", \"channel\": \"m\"", "either");
    refuses("\"fromM\": -3, \"toM\": -1", "\"fromM\": -1, \"toM\": -3", "behind");
    refuses(", \"threshold\": 0.2", "", "threshold");
    refuses("\"groupSpacingM\": 1.8", "\"groupSpacing\": 1.8", "not known");
    refuses("\"fusion\": \"median\"", "\"fusion\": \"best\"", "spectral");
    refuses("\"angleDeg\": 45", "\"angleDeg\": 85", "-70");
    refuses("\"notes\"", "\"note\"", "not known");
  }

  private static void refuses(String good, String bad, String saying) {
    assertThat(WHOLE).contains(good);
    assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
        .isInstanceOf(GarbledData.class)
        .hasMessageStartingWith("lane.json: ")
        .hasMessageContaining(saying);
  }

  @Test
  void aMissingChannelIsNamed() throws GarbledData {
    StripInstrument instrument = read(WHOLE);
    assertThatThrownBy(() -> new StripWeighing(instrument, List.of("a.l", "a.r", "b", "t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"c\"");
  }

  @Test
  void factorsAreOneWithoutATable() throws GarbledData {
    assertThat(Factors.from(Optional.empty()).at(77)).isEqualTo(1);
    assertThat(Factors.ONE.isConstant()).isTrue();
  }
}
