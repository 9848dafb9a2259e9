// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.7:5095",
        "[2001:db8::7]:5095",
        "[::ffff:192.0.2.7]:1",
        "[fe80::1%eth0.2]:65535",
        "gate-2.example:0"
      })
  void readsAndWritesTheSame(String text) {
    assertThat(HostPort.parse("peer", text)).hasToString(text);
  }

  @Test
  void anAddressIsResolvedWithoutAsking() {
    assertThat(HostPort.parse("peer", "[::1]:7").resolve().getAddress().isLoopbackAddress())
        .isTrue();
    assertThat(HostPort.parse("peer", "127.0.0.1:7").resolve().isUnresolved()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "192.0.2.7", ":5095", "a:65536", "a:-1", "2001:db8::7:5095", "[]:1", "a b:1"})
  void whatIsNoHostAndPortIsQuotedWithTheRightForm(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostPort.parse("peer", text))
        .withMessageContaining("peer \"" + text + "\"")
        .withMessageContaining("192.0.2.7:5095");
  }

  @Test
  void nothingElseEscapes() {
    Random random = new Random(4);
    String letters = "a1:.[]%-: 9";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(HostPort.parse("peer", text.toString()).port()).isBetween(0, 65_535);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining("peer");
      }
    }
  }
}
