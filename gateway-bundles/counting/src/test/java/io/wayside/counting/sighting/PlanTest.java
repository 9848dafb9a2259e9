// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final String WHOLE =
      """
      { "lines": [ { "id": "A", "from": [0, 100], "to": [640, 100], "way": "right" },
                   { "id": "B", "from": [0, 200], "to": [640, 200] } ],
        "mask": [[0, 0], [640, 0], [640, 360]],
        "ground": [ { "px": [100, 300], "m": [0, 0] }, { "px": [500, 300], "m": [6, 0] },
                    { "px": [400, 100], "m": [6, 30] }, { "px": [250, 100], "m": [0, 30] } ],
        "rateHz": 12.5 }
      """;

  private static Plan plan(String json) throws GarbledData {
    return Plan.from(Node.read("lines.json", json));
  }

  private static void refused(String json, String... words) {
    assertThatThrownBy(() -> plan(json))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("lines.json")
        .hasMessageContainingAll(words);
  }

  @Test
  void linesMaskGroundAndRateAreRead() throws Exception {
    Plan plan = plan(WHOLE);
    assertThat(plan.lines()).extracting(line -> line.id()).containsExactly("A", "B");
    assertThat(plan.ways()).containsOnlyKeys("A").containsValue(Side.RIGHT);
    assertThat(plan.mask().orElseThrow().holds(new Point(600, 100))).isTrue();
    assertThat(plan.rateHz()).contains(12.5);
    Point m = plan.ground().orElseThrow().onRoad(new Point(500, 300)).orElseThrow();
    assertThat(m.distance(new Point(6, 0))).isLessThan(1e-9);
  }

  @Test
  void linesAloneAreEnough() throws Exception {
    Plan plan = plan("{\"lines\":[{\"id\":\"A\",\"from\":[0,1],\"to\":[9.5,1]}]}");
    assertThat(plan.ground()).isEmpty();
    assertThat(plan.mask()).isEmpty();
    assertThat(plan.rateHz()).isEmpty();
  }

  @Test
  void aScaledPlanShowsTheSameRoadInASmallerPicture() throws Exception {
    Plan plan = plan(WHOLE).scaled(0.5, 0.5);
    assertThat(plan.lines().get(0).to()).isEqualTo(new Point(320, 50));
    Point m = plan.ground().orElseThrow().onRoad(new Point(250, 150)).orElseThrow();
    assertThat(m.distance(new Point(6, 0))).isLessThan(1e-9);
  }

  @Test
  void whatCannotBeMeantIsRefusedWithItsPlace() {
    refused("{\"lines\":[]}", "empty");
    refused("{\"lines\":[{\"id\":\"A\",\"from\":[1,1],\"to\":[1,1]}]}", "shorter than a pixel");
    refused("{\"lines\":[{\"id\":\"A\",\"from\":[1],\"to\":[1,9]}]}", "no point");
    refused(WHOLE.replace("\"B\"", "\"A\""), "id of a line before it");
    refused(WHOLE.replace("\"right\"", "\"up\""), "neither left nor right");
    refused(WHOLE.replace("[0, 0], [640, 0], [640, 360]", "[0, 0], [640, 0]"), "three or more");
    refused(
        WHOLE.replace("[0, 0], [640, 0], [640, 360]", "[0, 250], [640, 250], [640, 360]"),
        "/lines/0",
        "outside of the mask");
    refused(WHOLE.replace("\"px\": [500, 300]", "\"px\": [100, 300]"), "cannot be used");
    refused(WHOLE.replace("rateHz", "rate"), "rate");
  }

  @Test
  void whateverIsWrittenIsReadOrRefusedAndNeverBreaks() {
    Random random = new Random(5);
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int k = 0; k <= random.nextInt(3); k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
          default -> text.insert(at, random.nextInt(10));
        }
      }
      try {
        plan(text.toString());
        read++;
      } catch (GarbledData refused) {
        assertThat(refused).hasMessageContaining("lines.json");
      }
    }
    assertThat(read).isPositive();
  }

  /** An end beyond the edge is usual, and a line may pass a corner by. */
  @Test
  void linesOfWhichNothingLiesInThePictureAreOutside() throws Exception {
    Plan plan =
        Plan.from(
            Node.read(
                "l",
                """
                {"lines": [{"id": "in", "from": [10, 10], "to": [50, 50]},
                           {"id": "beyond", "from": [-20, 60], "to": [900, 60]},
                           {"id": "below", "from": [0, 120], "to": [160, 120]},
                           {"id": "corner", "from": [150, -60], "to": [230, 40]}]}
                """));
    assertThat(plan.outside(160, 120))
        .extracting(CountingLine::id)
        .containsExactly("below", "corner");
    assertThat(plan.outside(320, 480)).isEmpty();
  }
}
