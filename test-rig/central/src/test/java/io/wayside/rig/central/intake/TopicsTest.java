// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.Samples;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics("hai-phong", false);
  private final Topics both = new Topics("hai-phong", true);

  @Test
  void theFiltersTakeInEveryRecordAndStatusOfTheTenant() {
    assertThat(topics.statusFilters()).containsExactly("way/v1/hai-phong/+/status");
    assertThat(topics.recordFilters())
        .containsExactly("way/v1/hai-phong/+/+/+", "way/v1/hai-phong/+/batch");
    assertThat(both.recordFilters()).hasSize(3).contains("hai-phong/+/WAYSIDE-V1/#");
    assertThatThrownBy(() -> new Topics("#", false)).hasMessageContaining("tenant");
  }

  @Test
  void aTopicSaysWhatIsOnIt() {
    assertThat(topics.read("way/v1/hai-phong/gw-1/weighing/weighing.lane-1"))
        .isEqualTo(new Address.Single("gw-1", "weighing", "weighing.lane-1"));
    assertThat(topics.read("way/v1/hai-phong/gw-1/batch")).isEqualTo(new Address.Batch("gw-1"));
    assertThat(topics.read("way/v1/hai-phong/gw-1/status")).isEqualTo(new Address.Status("gw-1"));
    assertThat(both.read("hai-phong/gw-1/WAYSIDE-V1/weighing/weighing.lane-1"))
        .isEqualTo(new Address.Kura("gw-1", "weighing", "weighing.lane-1"));
  }

  @Test
  void nothingElseIsRead() {
    for (String topic :
        new String[] {
          "",
          "way/v1/hai-phong",
          "way/v1/hai-phong/",
          "way/v1/hai-phong/GW/status",
          "way/v1/hai-phong/gw-1/state",
          "way/v1/hai-phong/gw-1/status/",
          "way/v1/hai-phong/gw-1/weighing/",
          "way/v1/hai-phong/gw-1//s",
          "way/v1/hai-phong/gw-1/Weighing/s",
          "way/v1/hai-phong/gw-1/weighing/s/t",
          "way/v1/hanoi/gw-1/weighing/s",
          "way/v2/hai-phong/gw-1/weighing/s",
          "x/way/v1/hai-phong/gw-1/weighing/s",
          "way/v1/hai-phong/gw-1/weighing/" + "s".repeat(65),
          "hai-phong/gw-1/OTHER-V1/weighing/s",
          "hai-phong/gw-1/WAYSIDE-V1/weighing",
          "hai-phong/gw-1/WAYSIDE-V1/weighing/s/t",
          "hanoi/gw-1/WAYSIDE-V1/weighing/s",
        }) {
      assertThat(both.read(topic)).as(topic).isEqualTo(new Address.Unknown());
    }
    assertThat(topics.read("hai-phong/gw-1/WAYSIDE-V1/weighing/s"))
        .isEqualTo(new Address.Unknown());
  }

  @Test
  void theLatestStateOfAGatewayCounts() {
    Gateways gateways = new Gateways();
    gateways.heard(new GatewayState("gw-2", true, "0.1.0", "", "", Samples.NOON));
    gateways.heard(new GatewayState("gw-1", true, "0.1.0", "", "", Samples.NOON));
    gateways.heard(new GatewayState("gw-2", false, "", "stopped", "", Samples.NOON.plusSeconds(1)));
    assertThat(gateways.all()).extracting(GatewayState::gateway).containsExactly("gw-1", "gw-2");
    assertThat(gateways.all().get(1).online()).isFalse();
  }

  @Test
  void strangeGatewaysDoNotFillTheMemory() {
    Gateways gateways = new Gateways();
    for (int i = 0; i < Gateways.MOST + 5; i++) {
      gateways.heard(new GatewayState("gw-" + i, true, "", "", "", Samples.NOON));
    }
    assertThat(gateways.all()).hasSize(Gateways.MOST);
    gateways.heard(new GatewayState("gw-0", false, "", "stopped", "", Samples.NOON));
    assertThat(gateways.all().get(0).online()).isFalse();
  }
}
