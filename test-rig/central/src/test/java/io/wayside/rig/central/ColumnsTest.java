// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void wordsStandLeftNumbersRightAndRemarksBelowTheirRow() {
    Columns table = new Columns(List.of("stream", "stored", "note"), 1);
    table.row(List.of("a", "5", ""));
    table.remark("missing: 3");
    table.row(List.of("weighing.lane-1", "1200", "x"));
    assertThat(table.text())
        .isEqualTo(
            """
            stream           stored  note
            a                     5
              missing: 3
            weighing.lane-1    1200     x
            """);
  }

  @Test
  void aRemarkIsNotPaddedAndMakesNoColumnWider() {
    Columns table = new Columns(List.of("a", "b"), 1);
    table.row(List.of("1", "2"));
    table.remark("a remark that is much longer than any cell");
    assertThat(table.text().lines().findFirst()).contains("a  b");
  }
}
