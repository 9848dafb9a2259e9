// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.Travel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOrderTest {

  @TempDir Path folder;

  private KeptOrder kept() {
    return new KeptOrder(folder.resolve("toll-lane/lane-1.order"));
  }

  @Test
  void withoutOneTheLaneIsAsItsSettingsSayAndForward() {
    assertThat(kept().last(LaneOrder.OPEN)).isEqualTo(LaneOrder.OPEN);
    assertThat(kept().travel()).isEqualTo(Travel.FORWARD);
  }

  @Test
  void orderAndDirectionAreKeptApartFromEachOther() {
    kept().keep(LaneOrder.MAINTAIN);
    kept().turn(Travel.REVERSE);
    assertThat(kept().last(LaneOrder.OPEN)).isEqualTo(LaneOrder.CLOSE);
    for (LaneOrder order : LaneOrder.values()) {
      kept().keep(order);
      assertThat(kept().last(LaneOrder.OPEN)).isEqualTo(order);
      assertThat(kept().travel()).isEqualTo(Travel.REVERSE);
    }
    kept().turn(Travel.FORWARD);
    assertThat(kept().travel()).isEqualTo(Travel.FORWARD);
  }

  @Test
  void whatAnEarlierReleaseHasWrittenIsRead() throws Exception {
    Path file = folder.resolve("old.order");
    Files.writeString(file, "hold_open");
    assertThat(new KeptOrder(file).last(LaneOrder.OPEN)).isEqualTo(LaneOrder.HOLD_OPEN);
    assertThat(new KeptOrder(file).travel()).isEqualTo(Travel.FORWARD);
  }

  @Test
  void whatCannotBeReadKeepsTheLaneClosed() throws Exception {
    for (String text : new String[] {"", "open sideways", "ajar"}) {
      Path file = folder.resolve("damaged.order");
      Files.writeString(file, text);
      assertThat(new KeptOrder(file).last(LaneOrder.OPEN)).isEqualTo(LaneOrder.CLOSE);
    }
  }
}
