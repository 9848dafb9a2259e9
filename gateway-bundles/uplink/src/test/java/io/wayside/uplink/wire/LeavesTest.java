// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import org.junit.jupiter.api.Test;

class LeavesTest {

  @Test
  void nestedNamesAreJoinedElementsNumberedAndTextsJoined() {
    assertThat(Leaves.of(RichRecord.body(), ".", true))
        .extracting(leaf -> leaf.name() + "=" + shown(leaf.value()))
        .containsExactly(
            "vehicle=12",
            "scale=scale-1",
            "interrupted=false",
            "gross.value=16020.5",
            "gross.unit=kg",
            "tare=null",
            "axles.0.value=5000.0",
            "axles.0.unit=kg",
            "axles.1.value=11020.5",
            "axles.1.unit=kg",
            "flags=simulated,unstable");
  }

  @Test
  void withoutElementsOnlyListsOfTextsAreLeft() {
    assertThat(Leaves.of(RichRecord.body(), "/", false))
        .extracting(Leaves.Leaf::name)
        .containsExactly(
            "vehicle", "scale", "interrupted", "gross/value", "gross/unit", "tare", "flags");
  }

  private static String shown(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    return io.wayside.core.data.Json.write(value);
  }
}
