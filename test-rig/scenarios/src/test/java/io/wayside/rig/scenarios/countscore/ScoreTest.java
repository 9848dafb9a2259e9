// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final String TRUTH =
      """
      {"t":1.0,"line":"A","direction":"left","class":"light","lengthM":4.0,"speedMps":10.0}
      {"t":3.0,"line":"A","direction":"left","class":"heavy","lengthM":10.0,"speedMps":8.0}

      {"t":5.0,"line":"A","direction":"right","class":"two-wheeler","speedMps":9.0}
      {"t":7.0,"line":"B","direction":"left","class":"light"}
      """;

  private static List<Passing> read(String text) throws GarbledData {
    return Passing.read("some.jsonl", text);
  }

  @Test
  void theTruthAgainstItselfIsPerfect() throws GarbledData {
    Score score = new Score(read(TRUTH), read(TRUTH), 1);

    assertThat(score.all()).isEqualTo(new Score.Row(4, 4, 4));
    assertThat(score.all().recall()).isEqualTo(1);
    assertThat(score.missed()).isEmpty();
    assertThat(score.errors(Passing::speedMps)).containsOnly(0.0);
  }

  @Test
  void anotherLineOrDirectionOrTimeIsNoMatch() throws GarbledData {
    String events =
        """
        {"t":1.0,"line":"B","direction":"left","class":"light"}
        {"t":3.0,"line":"A","direction":"right","class":"heavy"}
        {"t":8.5,"line":"B","direction":"left","class":"light"}
        """;
    Score score = new Score(read(events), read(TRUTH), 1);

    assertThat(score.all()).isEqualTo(new Score.Row(4, 3, 0));
    assertThat(score.missed()).hasSize(4);
    assertThat(score.invented()).hasSize(3);
    assertThat(score.rows()).containsKeys("A left", "A right", "B left");
  }

  @Test
  void whatIsCountedTwiceIsOnceNotThere() throws GarbledData {
    String events =
        """
        {"t":1.1,"line":"A","direction":"left","class":"light"}
        {"t":1.2,"line":"A","direction":"left","class":"light"}
        """;
    Score score = new Score(read(events), read(TRUTH), 1);

    assertThat(score.rows().get("A left")).isEqualTo(new Score.Row(2, 2, 1));
    assertThat(score.invented()).extracting(Passing::timeS).containsExactly(1.2);
  }

  @Test
  void classesAndErrorsAreThoseOfThePairs() throws GarbledData {
    String events =
        """
        {"t":1.2,"line":"A","direction":"left","class":"heavy","lengthM":5.0,"speedMps":11.0}
        {"t":2.9,"line":"A","direction":"left","class":"heavy","speedMps":6.0}
        """;
    Score score = new Score(read(events), read(TRUTH), 1);

    assertThat(score.classes())
        .isEqualTo(Map.of("light", Map.of("heavy", 1L), "heavy", Map.of("heavy", 1L)));
    assertThat(score.errors(Passing::speedMps)[0]).isCloseTo(-0.25, within(1e-9));
    assertThat(score.errors(Passing::speedMps)[1]).isCloseTo(0.1, within(1e-9));
    assertThat(score.errors(Passing::lengthM)).hasSize(1);
    assertThat(ScoreTable.of(score)).anyMatch(line -> line.equals("class light: 1 as heavy"));
  }

  @Test
  void nothingCountedAndNothingTrueIsNoFault() {
    Score score = new Score(List.of(), List.of(), 1);

    assertThat(score.all().recall()).isEqualTo(1);
    assertThat(score.all().precision()).isEqualTo(1);
    assertThat(ScoreTable.of(score)).contains("speed: nothing to compare");
  }

  @Test
  void aLineThatIsNoPassingIsNamed() {
    Assertions.assertThatThrownBy(() -> read(TRUTH + "{\"line\":\"A\"}"))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("some.jsonl: line 6");
  }
}
