// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerPlanTest {

  @Test
  void anAddressIsTakenApart() {
    assertThat(BrokerAddress.parse("tcp://broker"))
        .isEqualTo(new BrokerAddress("broker", 1883, false, false, ""));
    assertThat(BrokerAddress.parse("ssl://10.0.0.7:8884"))
        .isEqualTo(new BrokerAddress("10.0.0.7", 8884, true, false, ""));
    assertThat(BrokerAddress.parse("tcp://[fd00::1]:1884"))
        .isEqualTo(new BrokerAddress("fd00::1", 1884, false, false, ""));
    assertThat(BrokerAddress.parse("ws://broker:80/mqtt"))
        .isEqualTo(new BrokerAddress("broker", 80, false, true, "mqtt"));
    assertThat(BrokerAddress.parse("wss://broker"))
        .isEqualTo(new BrokerAddress("broker", 443, true, true, ""));
  }

  @Test
  void whatIsNoAddressIsRefusedWithAnExample() {
    for (String wrong : List.of("", "broker:1883", "http://broker", "tcp://", "tcp://a b", "x")) {
      assertThatThrownBy(() -> BrokerPlan.of(wrong, "centre"))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tcp://host:1883");
    }
    assertThatThrownBy(
            () ->
                new BrokerPlan(
                    List.of(), "centre", Optional.empty(), TlsFiles.NONE, Optional.empty()))
        .hasMessageContaining("missing");
  }

  @Test
  void namesThatWouldReachIntoATopicAreRefused() {
    for (String wrong : List.of("", "a b", "a/b", "a+", "#", "$share", "x".repeat(65), "é")) {
      assertThatThrownBy(() -> BrokerPlan.of("tcp://b", wrong))
          .as(wrong)
          .hasMessageContaining("client id");
      assertThatThrownBy(
              () ->
                  new BrokerPlan(
                      List.of("tcp://b"),
                      "centre",
                      Optional.empty(),
                      TlsFiles.NONE,
                      Optional.of(wrong)))
          .as(wrong)
          .hasMessageContaining("group");
    }
  }

  @Test
  void aLoginsPasswordIsTheFirstLineOfItsFile(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
    java.nio.file.Path file = folder.resolve("password");
    java.nio.file.Files.writeString(file, "pässword\nremark\n");
    BrokerPlan.Login login = new BrokerPlan.Login("u", Optional.of(file));
    java.nio.ByteBuffer password = Clients.password(login).orElseThrow();
    assertThat(java.nio.charset.StandardCharsets.UTF_8.decode(password).toString())
        .isEqualTo("pässword");
    assertThat(Clients.password(new BrokerPlan.Login("u", Optional.empty()))).isEmpty();
    BrokerPlan.Login none = new BrokerPlan.Login("u", Optional.of(folder.resolve("none")));
    assertThatThrownBy(() -> Clients.password(none))
        .isInstanceOf(SessionFailed.class)
        .hasMessageContaining("--password-file");
  }
}
