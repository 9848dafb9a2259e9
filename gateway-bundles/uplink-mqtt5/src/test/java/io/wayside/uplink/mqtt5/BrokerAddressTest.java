// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BrokerAddressTest {

  @Test
  void everyFormHasItsDefaultPort() {
    assertThat(BrokerAddress.parse("tcp://a")).isEqualTo(of("a", 1883, false, false, ""));
    assertThat(BrokerAddress.parse("ssl://a")).isEqualTo(of("a", 8883, true, false, ""));
    assertThat(BrokerAddress.parse("ws://a/x/y")).isEqualTo(of("a", 80, false, true, "x/y"));
    assertThat(BrokerAddress.parse("WSS://a/")).isEqualTo(of("a", 443, true, true, ""));
  }

  @Test
  void anIpv6AddressLosesItsBrackets() {
    assertThat(BrokerAddress.parse("tcp://[::1]:77")).isEqualTo(of("::1", 77, false, false, ""));
  }

  @Test
  void anythingElseIsNamed() {
    for (String bad : new String[] {"", "a", "a:1", "http://a", "tcp://", "tcp:// a", "ssl:a"}) {
      assertThatThrownBy(() -> BrokerAddress.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + bad + "\" is not one of tcp://");
    }
  }

  private static BrokerAddress of(
      String host, int port, boolean secure, boolean webSocket, String path) {
    return new BrokerAddress(host, port, secure, webSocket, path);
  }
}
