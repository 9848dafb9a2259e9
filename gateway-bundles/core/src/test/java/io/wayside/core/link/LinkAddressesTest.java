// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.link.LinkAddress.Parity;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddress.StopBits;
import io.wayside.core.link.LinkAddress.Tcp;
import io.wayside.core.link.LinkAddress.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressesTest {

  @Test
  void aSerialLineWithoutSettingsIs9600Baud8N1() {
    assertThat(LinkAddresses.parse("serial:/dev/ttyUSB0"))
        .isEqualTo(new Serial("/dev/ttyUSB0", 9600, 8, Parity.NONE, StopBits.ONE))
        .isEqualTo(LinkAddresses.parse("serial:/dev/ttyUSB0?9600,8N1"));
  }

  @Test
  void aSerialLineHasSettings() {
    assertThat(LinkAddresses.parse("serial:/dev/serial/by-id/usb-FTDI_1?115200,7E1.5"))
        .isEqualTo(
            new Serial(
                "/dev/serial/by-id/usb-FTDI_1", 115200, 7, Parity.EVEN, StopBits.ONE_AND_A_HALF));
  }

  @Test
  void aSocketHasHostAndPort() {
    assertThat(LinkAddresses.parse("tcp://192.0.2.7:4001")).isEqualTo(new Tcp("192.0.2.7", 4001));
    assertThat(LinkAddresses.parse("tcp://scale-1.local:1")).isEqualTo(new Tcp("scale-1.local", 1));
    assertThat(LinkAddresses.parse("udp://0.0.0.0:65535")).isEqualTo(new Udp("0.0.0.0", 65535));
  }

  @Test
  void anIpv6HostKeepsItsBrackets() {
    assertThat(LinkAddresses.parse("tcp://[2001:db8::7]:4001"))
        .isEqualTo(new Tcp("[2001:db8::7]", 4001));
    assertThat(LinkAddresses.parse("udp://[::]:10110")).isEqualTo(new Udp("[::]", 10110));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serial:/dev/ttyS0?50,5S2",
        "serial:/dev/ttyUSB0?9600,8N1",
        "serial:/dev/pts/7?4000000,8M1.5",
        "serial:/dev/ttyAMA0?2400,7O1",
        "tcp://192.0.2.7:4001",
        "tcp://[2001:db8::7]:4001",
        "tcp://[fe80::1%25eth0]:4001",
        "udp://0.0.0.0:10110",
        "udp://[::]:10110",
      })
  void isPrintedAsItWasRead(String text) {
    assertThat(LinkAddresses.print(LinkAddresses.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/dev/ttyUSB0",
        "serial:ttyUSB0",
        "serial:/dev/ttyUSB0?",
        "serial:/dev/ttyUSB0?9600",
        "serial:/dev/ttyUSB0?9600,9N1",
        "serial:/dev/ttyUSB0?9600,8X1",
        "serial:/dev/ttyUSB0?9600,8N3",
        "serial:/dev/ttyUSB0?9600,8n1",
        "serial:/dev/ttyUSB0?-9600,8N1",
        "tcp://192.0.2.7",
        "tcp://192.0.2.7:0",
        "tcp://192.0.2.7:65536",
        "tcp://192.0.2.7:port",
        "tcp://:4001",
        "tcp:192.0.2.7:4001",
        "tcp://2001:db8::7:4001",
        "tcp://192.0.2.7:4001/scale",
        "tcp://192.0.2.7:4001?baud=9600",
        "tcp://192.0.2.7:4001#1",
        "tcp://admin@192.0.2.7:4001",
        "http://192.0.2.7:80",
        "tcp://192.0.2.7:4001 ",
      })
  void anythingElseIsRefusedWithTheRightForm(String text) {
    assertThatThrownBy(() -> LinkAddresses.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("link address \"" + text + "\" is not of the form serial:/dev/");
  }
}
