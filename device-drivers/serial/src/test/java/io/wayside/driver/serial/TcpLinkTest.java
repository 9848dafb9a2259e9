// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import static io.wayside.driver.serial.Reading.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddresses;
import io.wayside.rig.simulators.clock.MachineLag;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLinkTest {

  private final Links links = new Links(Path.of("/dev"), Path.of("/proc"));
  private final TcpServerPipe server = new TcpServerPipe(0);

  @BeforeEach
  void plugIn() throws Exception {
    server.open();
  }

  @AfterEach
  void unplug() {
    links.close();
    server.close();
  }

  @Test
  void readsWhatTheServerSendsAndAnswers() throws Exception {
    try (Link link = open()) {
      assertThat(server.write(ascii("=0432100"))).isEqualTo(8);
      assertThat(Reading.text(link, 8)).isEqualTo("=0432100");
      link.write(ascii("S\r\n"));
      assertThat(heardByServer(3)).isEqualTo("S\r\n");
    }
  }

  @Test
  void waitsAsLongAsAskedAndNotMuchLonger() throws Exception {
    try (Link link = open()) {
      for (int patienceMs : new int[] {0, 30, 250}) {
        long start = System.nanoTime();
        Duration took =
            MachineLag.own(
                () -> assertThat(link.read(new byte[16], Duration.ofMillis(patienceMs))).isZero());
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(patienceMs * 900_000L);
        assertThat(took).as("%d ms", patienceMs).isLessThan(Duration.ofMillis(patienceMs + 300));
      }
    }
  }

  @Test
  void aServerThatClosesIsNoticedAndFoundAgain() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (Link link = open()) {
        server.write(ascii("hello"));
        assertThat(Reading.text(link, 5)).isEqualTo("hello");
        server.unplug();
        Reading.untilDown(link);
      }
      assertThatThrownBy(this::open)
          .isInstanceOf(LinkDown.class)
          .hasMessageContaining("nobody listens on that port");
      server.replug();
    }
  }

  @Test
  void anUnknownHostIsSaidApartFromASilentOne() {
    assertThatThrownBy(() -> links.open(LinkAddresses.parse("tcp://no-such-host.invalid:4001")))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("tcp://no-such-host.invalid:4001: there is no host of that name");
  }

  @Test
  void oneAddressIsOpenOnce() throws Exception {
    Link link = open();
    assertThatThrownBy(this::open)
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("already in use by another device of this gateway");
    link.close();
    open().close();
  }

  @Test
  void anOpeningThatFailsKeepsNothingClaimed() throws Exception {
    server.unplug();
    assertThatThrownBy(this::open).hasMessageContaining("nobody listens");
    assertThatThrownBy(this::open).hasMessageContaining("nobody listens");
  }

  @Test
  void aPeerThatTakesNothingTimesOut() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Link link = links.open(LinkAddresses.parse("tcp://127.0.0.1:" + deaf.getLocalPort()))) {
      assertThatThrownBy(() -> link.write(new byte[64 << 20])).isInstanceOf(TimedOut.class);
      assertThatThrownBy(() -> link.read(new byte[1], Duration.ZERO)).isInstanceOf(LinkDown.class);
    }
  }

  @Test
  void closingEndsAReadInProgress() throws Exception {
    Link link = open();
    CompletableFuture<String> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return "read " + link.read(new byte[1], Duration.ofSeconds(30));
              } catch (LinkDown down) {
                return "down";
              }
            });
    link.close();
    link.close();
    assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo("down");
  }

  private Link open() throws LinkDown {
    return links.open(LinkAddresses.parse("tcp://" + server.address()));
  }

  private String heardByServer(int count) {
    StringBuilder heard = new StringBuilder();
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (heard.length() < count && System.nanoTime() < deadline) {
      heard.append(new String(server.read(), java.nio.charset.StandardCharsets.US_ASCII));
    }
    return heard.toString();
  }
}
