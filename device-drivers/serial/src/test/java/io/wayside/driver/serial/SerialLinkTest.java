// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import static io.wayside.driver.serial.Reading.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.rig.simulators.clock.MachineLag;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real pseudo-terminal. */
class SerialLinkTest {

  @TempDir Path folder;
  private final Links links = new Links(Path.of("/dev"), Path.of("/proc"));
  private PtyPipe device;

  @BeforeEach
  void plugIn() throws IOException {
    device = new PtyPipe(folder.resolve("ttyScale"));
    device.open();
  }

  @AfterEach
  void unplug() {
    links.close();
    device.close();
  }

  @Test
  void readsWhatTheDeviceSends() throws Exception {
    try (Link link = open("ttyScale")) {
      device.write(ascii("+0001234"));
      assertThat(Reading.text(link, 8)).isEqualTo("+0001234");
    }
  }

  @Test
  void everyByteValuePassesUnchanged() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Link link = open("ttyScale")) {
      device.write(all);
      byte[] got = new byte[256];
      byte[] piece = new byte[256];
      for (int n = 0; n < got.length; ) {
        int count = link.read(piece, Duration.ofSeconds(60));
        assertThat(count).isPositive();
        System.arraycopy(piece, 0, got, n, count);
        n += count;
      }
      assertThat(got).isEqualTo(all);
    }
  }

  @Test
  void waitsAsLongAsAskedAndNotMuchLonger() throws Exception {
    try (Link link = open("ttyScale")) {
      for (int patienceMs : new int[] {0, 30, 250}) {
        long start = System.nanoTime();
        Duration took =
            MachineLag.own(
                () -> assertThat(link.read(new byte[16], Duration.ofMillis(patienceMs))).isZero());
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(patienceMs * 1_000_000L);
        assertThat(took).as("%d ms", patienceMs).isLessThan(Duration.ofMillis(patienceMs + 300));
      }
    }
  }

  @Test
  void sendsToTheDevice() throws Exception {
    try (Link link = open("ttyScale")) {
      link.write(ascii("MSV?;"));
      StringBuilder got = new StringBuilder();
      long deadline = System.nanoTime() + 60_000_000_000L;
      while (got.length() < 5 && System.nanoTime() < deadline) {
        got.append(new String(device.read(), StandardCharsets.US_ASCII));
      }
      assertThat(got).hasToString("MSV?;");
    }
  }

  @Test
  void aDeviceThatTakesNothingTimesOutAndLeavesTheLinkBroken() throws Exception {
    try (Link link = open("ttyScale")) {
      assertThatThrownBy(() -> link.write(new byte[1 << 20]))
          .isInstanceOf(TimedOut.class)
          .hasMessageContaining("took nothing for 2 s");
      assertThatThrownBy(() -> link.read(new byte[1], Duration.ZERO)).isInstanceOf(LinkDown.class);
    }
  }

  @Test
  void anUnpluggedDeviceIsNoticedAndFoundAgainAtTheSamePath() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (Link link = open("ttyScale")) {
        device.write(ascii("hello"));
        assertThat(Reading.text(link, 5)).isEqualTo("hello");
        device.unplug();
        assertThat(Reading.untilDown(link)).hasMessageContaining("check plug and power");
        assertThatThrownBy(() -> link.read(new byte[1], Duration.ZERO))
            .as("stays broken")
            .isInstanceOf(LinkDown.class);
        assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkDown.class);
      }
      assertThatThrownBy(() -> open("ttyScale")).hasMessageContaining("there is no such adapter");
      device.replug();
    }
  }

  @Test
  void aPathThatIsPointedAtAnotherAdapterBreaksTheLinkThoughTheOldOneStillLives() throws Exception {
    PtyPipe other = new PtyPipe(folder.resolve("ttyOther"));
    other.open();
    Path byId = folder.resolve("by-id");
    Files.createSymbolicLink(byId, folder.resolve("ttyScale"));
    try (other;
        Link link = open("by-id")) {
      Path fresh = Files.createSymbolicLink(folder.resolve("fresh"), folder.resolve("ttyOther"));
      Files.move(fresh, byId, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      assertThat(Reading.untilDown(link)).hasMessageContaining("leads to another one now");
    }
  }

  @Test
  void theRepointedPathIsNoticedThoughBytesKeepComing() throws Exception {
    Path byId = Files.createSymbolicLink(folder.resolve("by-id"), folder.resolve("ttyScale"));
    try (Link link = open("by-id")) {
      Files.delete(byId);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  device.write(ascii("x"));
                  link.read(new byte[16], Duration.ofMillis(100));
                }
              })
          .isInstanceOf(LinkDown.class);
    }
  }

  @Test
  void whatCameWhileNobodyReadIsNotThereAfterReopening() throws Exception {
    Link unread = open("ttyScale");
    assertThat(device.write(ascii("old old old"))).isEqualTo(11);
    unread.close();
    try (Link link = open("ttyScale")) {
      device.write(ascii("new"));
      assertThat(Reading.text(link, 3)).isEqualTo("new");
    }
  }

  @Test
  void oneDeviceIsOpenOnceEvenUnderTwoNames() throws Exception {
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("ttyScale"));
    Link link = open("ttyScale");
    assertThatThrownBy(() -> open("alias"))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("alias")
        .hasMessageContaining("already in use by another device of this gateway");
    link.close();
    open("alias").close();
  }

  @Test
  void closingEndsAReadInProgress() throws Exception {
    Link link = open("ttyScale");
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<String> reader =
        CompletableFuture.supplyAsync(
            () -> {
              started.countDown();
              try {
                return "read " + link.read(new byte[1], Duration.ofSeconds(30));
              } catch (LinkDown down) {
                return "down";
              }
            });
    assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
    link.close();
    link.close();
    assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo("down");
  }

  @Test
  void twoHundredReopeningsLeaveNothingBehind() throws Exception {
    long before = openFiles();
    for (int i = 0; i < 200; i++) {
      open("ttyScale").close();
    }
    assertThat(openFiles()).isLessThanOrEqualTo(before + 2);
  }

  private static long openFiles() throws IOException {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  private Link open(String name) throws LinkDown {
    LinkAddress address = LinkAddresses.parse("serial:" + folder.resolve(name) + "?9600,8N1");
    return links.open(address);
  }
}
