// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NodeTest {

  private static final String LANE =
      """
      {
        "name": "lane 1",
        "lines": [ { "atM": 0 }, { "atM": 4.5 } ],
        "kind": "quartz-strip",
        "tries": 3,
        "nothing": null,
        "open": true
      }
      """;

  enum Kind {
    QUARTZ_STRIP,
    PLATE
  }

  private static Node lane() throws GarbledData {
    return Node.read("lane.json", LANE);
  }

  @Test
  void readsWhatIsThere() throws GarbledData {
    assertThat(lane().member("name").text()).isEqualTo("lane 1");
    assertThat(lane().member("lines").elements().get(1).member("atM").number(0, 5)).isEqualTo(4.5);
    assertThat(lane().member("lines").elements().get(0).member("atM").number()).isZero();
    assertThat(lane().member("kind").word(Kind.class)).isEqualTo(Kind.QUARTZ_STRIP);
    assertThat(lane().member("tries").whole(1, 3)).isEqualTo(3);
    assertThat(lane().member("open").truth()).isTrue();
    assertThat(lane().optional("nothing")).isEmpty();
    assertThat(lane().optional("nowhere")).isEmpty();
    assertThat(lane().members().keySet())
        .containsExactly("name", "lines", "kind", "tries", "nothing", "open");
  }

  @Test
  void namesDocumentLinePathAndExpectation() throws GarbledData {
    assertThatThrownBy(() -> lane().member("lines").elements().get(1).member("atM").number(0, 4))
        .isInstanceOf(GarbledData.class)
        .hasMessage("lane.json: line 3, column 37: /lines/1/atM must be from 0.0 to 4.0, not 4.5");
    assertThatThrownBy(() -> lane().member("kind").word(Thread.State.class))
        .hasMessageContaining(
            "/kind must be one of new, runnable, blocked, waiting, timed-waiting");
    assertThatThrownBy(() -> lane().member("width"))
        .hasMessage("lane.json: line 1, column 1: the document needs a member \"width\"");
    assertThatThrownBy(() -> lane().member("lines").number())
        .hasMessageEndingWith("/lines must be a number, not a list");
    assertThatThrownBy(() -> lane().member("tries").whole(4, 9)).hasMessageEndingWith("not 3");
    assertThatThrownBy(() -> lane().member("tries").text())
        .hasMessageEndingWith("/tries must be text, not 3");
    assertThatThrownBy(() -> lane().member("name").truth())
        .hasMessageEndingWith("must be true or false, not \"lane 1\"");
  }

  @Test
  void refusesUnknownMembersAndSaysWhatIsKnown() throws GarbledData {
    assertThatThrownBy(() -> lane().only("name", "lines", "kind", "tries", "nothing"))
        .hasMessage(
            "lane.json: line 7, column 11: /open is not known here; known are name, lines, kind,"
                + " tries, nothing");
    assertThat(lane().only("name", "lines", "kind", "tries", "nothing", "open")).isNotNull();
  }

  @Test
  void namesTheDocumentThatIsNoJson() {
    assertThatThrownBy(() -> Node.read("law.json", "{"))
        .isInstanceOf(GarbledData.class)
        .hasMessageStartingWith("law.json: line 1, column 2");
  }

  @Test
  void worksWithoutLines() {
    Node node = Node.of("recording.wsr", Value.Fields.with("a", 1).build());
    assertThatThrownBy(() -> node.member("a").text())
        .hasMessage("recording.wsr: /a must be text, not 1");
  }
}
