// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.report.Panel.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PanelTest {

  private final Svg svg = new Svg(300, 200, "a < b & \"c\"");

  /** 200 wide and 100 high from (50, 30). */
  private Panel panel() {
    return new Panel(
        svg, 50, 30, 200, 100, "h", new Ticks("x, m", 0, 10, 5), new Ticks("y, %", -1, 1, 1));
  }

  @Test
  void whatIsMarkupInXmlIsEscaped() {
    assertThat(Picture.of(svg.toString()).document().getElementsByTagName("title").item(0))
        .extracting(Node::getTextContent)
        .isEqualTo("a < b & \"c\"");
  }

  @Test
  void eachPointIsADotWhereItsAxesPutIt() {
    panel().dots(List.of(new Point(0, -1), new Point(10, 1), new Point(2.5, 0), new Point(99, 9)));

    assertThat(Picture.of(svg.toString()).dots())
        .containsExactly("50 130", "250 30", "100 80", "250 30");
  }

  @Test
  void axesHaveTheirTicksAndUnits() {
    panel();
    Picture picture = Picture.of(svg.toString());

    assertThat(picture.elements("text", "tick").stream().map(Element::getTextContent))
        .containsExactly("0", "5", "10", "-1", "0", "1");
    assertThat(picture.elements("text", "label").stream().map(Element::getTextContent))
        .containsExactly("x, m", "y, %");
  }

  @Test
  void barsStandOnTheAxisAndLinesCross() {
    Panel panel =
        new Panel(svg, 50, 30, 200, 100, "h", new Ticks("x", 0, 10, 5), new Ticks("n", 0, 4, 1));
    panel.bar(0, 2.5, 3);
    panel.upright("limit", 5);
    panel.level("frame", 1);
    panel.line("mark", List.of(new Point(0, 0), new Point(10, 4)));
    Picture picture = Picture.of(svg.toString());

    Element bar = picture.elements("rect", "bars").get(0);
    assertThat(List.of("x", "y", "width", "height").stream().map(bar::getAttribute))
        .containsExactly("50", "55", "50", "75");
    assertThat(picture.elements("path", "limit").get(0).getAttribute("d")).isEqualTo("M150 30v100");
    assertThat(picture.elements("path", "frame").get(0).getAttribute("d")).isEqualTo("M50 105h200");
    assertThat(picture.elements("path", "mark").get(0).getAttribute("d"))
        .isEqualTo("M50 130L250 30");
  }

  @Test
  void coloursFollowTheReadersScreen() {
    assertThat(svg.toString()).contains("prefers-color-scheme:dark");
  }
}
