// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.Samples;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics("hai-phong");

  @Test
  void theFiltersTakeInEveryRecordAndStatusOfTheTenant() {
    assertThat(topics.filters())
        .containsExactly("way/v1/hai-phong/+/status", "way/v1/hai-phong/+/+/+");
    assertThatThrownBy(() -> new Topics("#")).hasMessageContaining("tenant");
  }

  @Test
  void aRecordTopicNamesGatewayKindAndStream() {
    assertThat(topics.recordOf("way/v1/hai-phong/gw-1/weighing/weighing.lane-1"))
        .contains(new Topics.RecordTopic("gw-1", "weighing", "weighing.lane-1"));
  }

  @Test
  void nothingElseIsARecordTopic() {
    for (String topic :
        new String[] {
          "",
          "way/v1/hai-phong/",
          "way/v1/hai-phong/gw-1/status",
          "way/v1/hai-phong/gw-1/weighing/",
          "way/v1/hai-phong/gw-1//s",
          "way/v1/hai-phong/gw-1/Weighing/s",
          "way/v1/hai-phong/gw-1/weighing/s/t",
          "way/v1/hanoi/gw-1/weighing/s",
          "way/v2/hai-phong/gw-1/weighing/s",
          "x/way/v1/hai-phong/gw-1/weighing/s",
          "way/v1/hai-phong/gw-1/weighing/" + "s".repeat(65)
        }) {
      assertThat(topics.recordOf(topic)).as(topic).isEmpty();
    }
  }

  @Test
  void aStatusTopicNamesItsGateway() {
    assertThat(topics.statusOf("way/v1/hai-phong/gw-1/status")).contains("gw-1");
    assertThat(topics.statusOf("way/v1/hai-phong/GW/status")).isEmpty();
    assertThat(topics.statusOf("way/v1/hai-phong/gw-1/state")).isEmpty();
    assertThat(topics.statusOf("way/v1/hai-phong/gw-1/status/x")).isEmpty();
  }

  @Test
  void theLatestStateOfAGatewayCounts() {
    Gateways gateways = new Gateways();
    gateways.heard(new GatewayState("gw-2", true, "0.1.0", "", Samples.NOON));
    gateways.heard(new GatewayState("gw-1", true, "0.1.0", "", Samples.NOON));
    gateways.heard(new GatewayState("gw-2", false, "", "stopped", Samples.NOON.plusSeconds(1)));
    assertThat(gateways.all()).extracting(GatewayState::gateway).containsExactly("gw-1", "gw-2");
    assertThat(gateways.all().get(1).online()).isFalse();
  }

  @Test
  void strangeGatewaysDoNotFillTheMemory() {
    Gateways gateways = new Gateways();
    for (int i = 0; i < Gateways.MOST + 5; i++) {
      gateways.heard(new GatewayState("gw-" + i, true, "", "", Samples.NOON));
    }
    assertThat(gateways.all()).hasSize(Gateways.MOST);
    gateways.heard(new GatewayState("gw-0", false, "", "stopped", Samples.NOON));
    assertThat(gateways.all().get(0).online()).isFalse();
  }
}
