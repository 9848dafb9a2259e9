// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void aColumnForEachPeerAndARowForEachFigure() {
    Row row = new Row();
    row.add(Peers.WAYSIDE, "drain", "rec/s", 12_345.6);
    row.add(Peers.WAYSIDE, "drain", "rec/s", 12_345.6);
    row.add(Peers.PAHO, "drain", "rec/s", 946);
    row.add(Peers.WAYSIDE, "syncs", "per rec", 0.0123);
    row.skip(Peers.PAHO, "syncs", "no C compiler");
    row.addCount(Peers.PAHO, "lost", 0);
    assertThat(MarkdownTable.of(row.figures("peers")))
        .isEqualTo(
            """

            | | Wayside | Paho files |
            |---|---|---|
            | drain, rec/s | 12,346 | 946 |
            | syncs, per rec | 0.0123 |  |
            | lost, records |  | 0 |
            | syncs |  | skipped: no C compiler |
            """);
  }
}
