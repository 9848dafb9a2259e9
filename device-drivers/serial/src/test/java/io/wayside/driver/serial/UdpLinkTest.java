// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import static io.wayside.driver.serial.Reading.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress.Udp;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpLinkTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Links links = new Links(Path.of("/dev"), Path.of("/proc"));
  private DatagramSocket device;
  private Udp address;

  @BeforeEach
  void choosePort() throws Exception {
    device = new DatagramSocket(0, LOOPBACK);
    device.setSoTimeout(5_000);
    try (DatagramSocket free = new DatagramSocket(0, LOOPBACK)) {
      address = new Udp(LOOPBACK.getHostAddress(), free.getLocalPort());
    }
  }

  @AfterEach
  void close() {
    links.close();
    device.close();
  }

  @Test
  void whoSentWhatWasReadIsKnown() throws Exception {
    try (Link link = links.open(address);
        DatagramSocket other = new DatagramSocket(0, LOOPBACK)) {
      byte[] buffer = new byte[64];
      assertThat(link.sender()).isEmpty();
      send("one");
      assertThat(link.read(buffer, Duration.ofSeconds(5))).isEqualTo(3);
      String first = link.sender();
      byte[] two = "other".getBytes(StandardCharsets.US_ASCII);
      other.send(new DatagramPacket(two, two.length, LOOPBACK, address.port()));
      assertThat(link.read(buffer, Duration.ofSeconds(5))).isEqualTo(5);

      assertThat(first).endsWith(":" + device.getLocalPort());
      assertThat(link.sender()).endsWith(":" + other.getLocalPort());
    }
  }

  @Test
  void datagramsArriveAsOneStreamHoweverSmallTheBuffer() throws Exception {
    try (Link link = links.open(address)) {
      send("!AIVDM,1");
      send(",1,,A");
      StringBuilder got = new StringBuilder();
      byte[] small = new byte[3];
      while (got.length() < 13) {
        int count = link.read(small, Duration.ofSeconds(5));
        assertThat(count).isPositive();
        got.append(new String(small, 0, count, StandardCharsets.US_ASCII));
      }
      assertThat(got).hasToString("!AIVDM,1,1,,A");
      assertThat(link.read(small, Duration.ofMillis(30))).isZero();
    }
  }

  @Test
  void answersGoToWhoSpokeLast() throws Exception {
    try (Link link = links.open(address)) {
      assertThatThrownBy(() -> link.write(ascii("early")))
          .isInstanceOf(LinkDown.class)
          .hasMessageContaining("nobody has spoken on this port yet");
      send("hello");
      Reading.text(link, 5);
      link.write(ascii("answer"));
      DatagramPacket packet = new DatagramPacket(new byte[16], 16);
      device.receive(packet);
      assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII))
          .isEqualTo("answer");
    }
  }

  @Test
  void aPortHeldByAnotherProgramIsSaidSo() throws Exception {
    Udp taken = new Udp(LOOPBACK.getHostAddress(), device.getLocalPort());
    assertThatThrownBy(() -> links.open(taken))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("udp://127.0.0.1:" + device.getLocalPort())
        .hasMessageContaining("in use by another program");
  }

  @Test
  void aClosedLinkIsDown() throws Exception {
    Link link = links.open(address);
    links.close();
    assertThatThrownBy(() -> link.read(new byte[1], Duration.ZERO)).isInstanceOf(LinkDown.class);
    links.open(address).close();
  }

  private void send(String text) throws Exception {
    byte[] bytes = ascii(text);
    device.send(
        new DatagramPacket(
            bytes, bytes.length, InetAddress.getByName(address.bindHost()), address.port()));
  }
}
