// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.intake.GatewayState;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page is told, from a store that holds some of everything. */
class SituationTest {

  @TempDir Path folder;

  private Value.Fields told() throws Exception {
    try (JdbcStore store = JdbcStore.open(folder.resolve("central.db").toString())) {
      var lane = new ArrayList<>(Samples.chain("gw-1", "weighing.lane-1", 10));
      lane.subList(2, 5).clear(); // 3, 4, 5
      lane.remove(5); // 9
      lane.add(Samples.thinned("gw-1", 1, "weighing.lane-1", 3, 4, 1));
      lane.add(Samples.lost("gw-1", 2, "weighing.lane-1", 9, 9));
      store.store(Samples.sound(lane));
      Situation situation =
          new Situation(
              "test",
              "tcp://a:1, ssl://b:2",
              true,
              "",
              List.of(new GatewayState("gw-1", false, "0.1.0", "stopped", "main", Samples.NOON)),
              store.counts(),
              store.openAlarms(10),
              List.of(
                  new GatewayKey(
                      "gw-1", "661ba20f1b04729e", "00", GatewayKey.Trust.STRANGE, Samples.NOON)));
      return (Value.Fields) Json.read(RecordJson.of(situation, "")).root();
    }
  }

  @Test
  void missingThinnedAndLostAreToldApart() throws Exception {
    Value.Fields lane = (Value.Fields) ((Value.Many) told().get("streams")).values().get(1);
    assertThat(lane.get("missing")).isEqualTo(new Value.Whole(1));
    assertThat(lane.get("thinned")).isEqualTo(new Value.Whole(2));
    assertThat(lane.get("lost")).isEqualTo(new Value.Whole(1));
    assertThat(lane.get("contiguousThrough")).isEqualTo(new Value.Whole(4));
    assertThat(Json.write(lane.get("missingRanges"))).isEqualTo("[[5,5]]");
    assertThat(lane.get("proven")).isEqualTo(new Value.Truth(false));
  }

  @Test
  void aKeyNobodyVouchedForIsTold() throws Exception {
    assertThat(Json.write(told().get("strangeKeys")))
        .isEqualTo(
            "[{\"gateway\":\"gw-1\",\"key\":\"661ba20f1b04729e\","
                + "\"since\":\"2026-11-21T05:00:00Z\"}]");
  }

  @Test
  void gatewaysSayWhetherAndWhyTheyAreAway() throws Exception {
    assertThat(Json.write(told().get("gateways")))
        .contains("\"online\":false", "\"reason\":\"stopped\"");
    assertThat(Json.write(told().get("alarms"))).isEqualTo("[]");
  }
}
