// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaDoor.Refusal;
import io.wayside.tolling.plaza.PlazaMessage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlazaNetTest {

  private static final String V4 = "127.0.0.1";

  @TempDir Path folder;

  private final PlazaCodec codec = new PlazaCodec(Lanes.KEY.getBytes(StandardCharsets.UTF_8));

  private byte[] bytes(PlazaMessage message) {
    return codec.encode(message).getBytes(StandardCharsets.US_ASCII);
  }

  private static InetSocketAddress address(int port) {
    return HostPort.parse("test", V4 + ":" + port).resolve();
  }

  private static void throwAt(int port, byte[] datagram) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(datagram, datagram.length, address(port)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {V4, "[::1]"})
  void whatOneLaneSaysTheOtherHearsOnceAndOverBothProtocols(String loopback) throws IOException {
    try (Lanes lanes = new Lanes(folder, loopback)) {
      int first = lanes.freePort();
      int second = lanes.freePort();
      PlazaNet one = lanes.net(first, second);
      PlazaNet two = lanes.net(second, first);
      Lanes.Heard heard = new Lanes.Heard();
      two.subscribe(heard);
      long[] sequence = {0};
      Lanes.until(
          "the first word arrives",
          () -> {
            one.say(Lanes.claim("one", ++sequence[0]));
            return !heard.messages.isEmpty();
          });
      assertThat(heard.messages).doesNotHaveDuplicates();
      assertThat(heard.messages).allMatch(message -> message.lane().equals("one"));
      Lanes.until("it is counted", () -> one.traffic().sent() > 0);
    }
  }

  @Test
  void theLanesOfOneGatewayHearEachOtherTooAndAnEchoIsNotHeardAgain() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      int port = lanes.freePort();
      PlazaNet both = lanes.net(port, port); // its own address among the peers
      Lanes.Heard heard = new Lanes.Heard();
      both.subscribe(heard);
      both.say(Lanes.claim("one", 1));
      both.say(Lanes.claim("two", 1));
      Lanes.until("both echoes are refused", () -> both.traffic().refused(Refusal.REPEATED) == 2);
      assertThat(heard.messages).containsExactly(Lanes.claim("one", 1), Lanes.claim("two", 1));
    }
  }

  @Test
  void whatMayNotComeInIsCountedByItsReason() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      int port = lanes.freePort();
      PlazaNet net = lanes.net(port);
      Lanes.Heard heard = new Lanes.Heard();
      net.subscribe(heard);
      Lanes.until("it listens", () -> !net.health().code().equals("starting"));
      byte[] stranger =
          new PlazaCodec("another key of 16 bytes".getBytes(StandardCharsets.US_ASCII))
              .encode(Lanes.claim("two", 1))
              .getBytes(StandardCharsets.US_ASCII);
      throwAt(port, new byte[2_000]);
      throwAt(port, new byte[0]);
      throwAt(port, stranger);
      throwAt(port, bytes(Lanes.claim("nine", 1)));
      throwAt(port, bytes(Lanes.claim("two", 1)));
      throwAt(port, bytes(Lanes.claim("two", 1)));
      Lanes.until("all are counted", () -> net.traffic().refused(Refusal.REPEATED) == 1);

      assertThat(net.traffic().refused())
          .isEqualTo(
              Map.of(
                  Refusal.OVERSIZED, 1L,
                  Refusal.MALFORMED, 1L,
                  Refusal.UNSEALED, 1L,
                  Refusal.UNKNOWN_LANE, 1L,
                  Refusal.REPEATED, 1L));
      assertThat(heard.messages).containsExactly(Lanes.claim("two", 1));
      Lanes.until("health says so", () -> net.health().code().equals("wrong-key"));
      assertThat(net.health().message()).contains("plaza-1", "key files");
    }
  }

  /** Whatever is thrown at the socket, it goes on and believes nothing of it. */
  @Test
  void arbitraryDatagramsDoNoHarm() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      int port = lanes.freePort();
      PlazaNet net = lanes.net(port);
      Lanes.Heard heard = new Lanes.Heard();
      net.subscribe(heard);
      Lanes.until("it listens", () -> !net.health().code().equals("starting"));
      Random random = new Random(6);
      byte[] good = bytes(Lanes.claim("two", 1));
      try (DatagramSocket socket = new DatagramSocket()) {
        for (int i = 0; i < 20_000; i++) {
          byte[] datagram = spoiled(good, random);
          socket.send(new DatagramPacket(datagram, datagram.length, address(port)));
        }
      }
      long[] sequence = {100};
      Lanes.until(
          "a good one is heard after all",
          () -> {
            try {
              throwAt(port, bytes(Lanes.claim("two", ++sequence[0])));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
            return !heard.messages.isEmpty();
          });
      assertThat(heard.messages).allMatch(message -> message.sequence() > 100);
      assertThat(net.traffic().refused().values().stream().mapToLong(Long::longValue).sum())
          .isGreaterThan(1_000);
    }
  }

  private static byte[] spoiled(byte[] good, Random random) {
    if (random.nextBoolean()) {
      byte[] noise = new byte[random.nextInt(900)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] changed = Arrays.copyOf(good, 1 + random.nextInt(good.length));
    changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
    return changed;
  }

  @Test
  void aPortThatIsTakenIsToldAndTriedAgain() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      int port = lanes.freePort();
      Lanes.Heard heard = new Lanes.Heard();
      PlazaNet net;
      try (DatagramSocket taken = new DatagramSocket(address(port))) {
        net = lanes.net(taken.getLocalPort());
        net.subscribe(heard);
        Lanes.until("it fails", () -> net.health().status() == Status.FAILED);
        assertThat(net.health().code()).isEqualTo("link-down");
        assertThat(net.health().message()).contains("plaza-1", lanes.at(port), "free");
        net.say(Lanes.claim("one", 1));
      }
      Lanes.until("it listens", () -> net.health().status() != Status.FAILED);
      Lanes.until("what was said is told", () -> !heard.messages.isEmpty());
    }
  }

  @Test
  void aPeerThatCannotBeReachedIsNamedAndTheOthersHearAllTheSame() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      int first = lanes.freePort();
      int second = lanes.freePort();
      PlazaNet two = lanes.net(second, first);
      Lanes.Heard heard = new Lanes.Heard();
      two.subscribe(heard);
      PlazaNet one =
          lanes.net(
              Map.of("peers", new String[] {"no-such-host.invalid:5095", lanes.at(second)}), first);
      long[] sequence = {0};
      Lanes.until(
          "the other hears",
          () -> {
            one.say(Lanes.claim("one", ++sequence[0]));
            return !heard.messages.isEmpty();
          });
      Lanes.until("it is named", () -> one.health().code().equals("peer-unreachable"));
      assertThat(one.health().message()).contains("no-such-host.invalid:5095");
      assertThat(one.traffic().failed()).isPositive();
    }
  }

  @Test
  void whenItStopsListenersAreTold() throws IOException {
    try (Lanes lanes = new Lanes(folder, V4)) {
      PlazaNet net = lanes.net(lanes.freePort());
      Lanes.Heard heard = new Lanes.Heard();
      net.subscribe(heard);
      net.stop();
      Lanes.until("it is told", () -> !heard.interruptions.isEmpty());
      assertThat(heard.interruptions.get(0).cause()).isEqualTo(Cause.STOPPED);
      assertThat(net.health().code()).isEqualTo("stopped");
    }
  }

  @Test
  void whatIsConfiguredWronglyIsNamed() {
    Lanes lanes = new Lanes(folder, V4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lanes.net(Map.of("keyFile", folder.resolve("none").toString()), 0))
        .withMessageContaining("key file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lanes.net(Map.of("station", "Phu My"), 0))
        .withMessageContaining("Phu My");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lanes.net(Map.of("peers", new String[] {"nowhere"}), 0))
        .withMessageContaining("nowhere");
  }
}
