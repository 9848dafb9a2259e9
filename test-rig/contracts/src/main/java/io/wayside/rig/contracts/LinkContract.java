// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddresses;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link io.wayside.core.link.LinkService} and the links it opens promise. */
public abstract class LinkContract {

  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final int MUCH = 20_000;

  private LinkHarness harness;
  private Eventually eventually;
  private Link link;

  /** Starts a peer that waits; called before each test. */
  protected abstract LinkHarness start() throws Exception;

  @BeforeEach
  void open() throws Exception {
    harness = start();
    eventually = new Eventually(harness.deadline(), () -> {});
    link = harness.service().open(harness.address());
  }

  @AfterEach
  void close() {
    if (link != null) {
      link.close();
    }
    harness.close();
  }

  @Test
  void leadsWhereItWasOpened() {
    assertThat(link.address()).isEqualTo(harness.address());
  }

  @Test
  void readsWhatThePeerSends() throws LinkDown {
    harness.peerSends(bytes("ww00012.0kg"));

    assertThat(read(11)).isEqualTo(bytes("ww00012.0kg"));
  }

  @Test
  void readsNothingAsNothingOncePatienceIsOver() throws LinkDown {
    assertThat(link.read(new byte[8], PATIENCE)).isZero();
    harness.peerSends(bytes("late"));
    assertThat(read(4)).isEqualTo(bytes("late"));
  }

  @Test
  void readsInPiecesWhatDoesNotFitTheBuffer() throws LinkDown {
    harness.peerSends(bytes("abcdefgh"));
    eventually.until("a first piece", () -> readInto(new byte[3]) == 3);

    assertThat(read(5)).isEqualTo(bytes("defgh"));
  }

  @Test
  void carriesEveryByteBothWaysInOrder() throws DeviceException {
    byte[] much = new byte[MUCH];
    new Random(5).nextBytes(much);
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> harness.peerSends(much));
    assertThat(read(MUCH)).isEqualTo(much);
    sending.join();

    link.write(much);
    eventually.until("the peer has all", () -> harness.peerReceived().length >= MUCH);
    assertThat(harness.peerReceived()).isEqualTo(much);
  }

  @Test
  void breaksAndStaysBrokenWhenThePeerHangsUp() {
    harness.peerHangsUp();
    eventually.until("reading says that the link is down", () -> readInto(new byte[8]) < 0);

    assertThatThrownBy(() -> link.read(new byte[8], PATIENCE)).isInstanceOf(LinkDown.class);
    assertThatThrownBy(() -> link.read(new byte[8], PATIENCE)).isInstanceOf(LinkDown.class);
    assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkDown.class);
  }

  @Test
  void canBeOpenedAnewAfterItBroke() throws DeviceException {
    harness.peerHangsUp();
    eventually.until("reading says that the link is down", () -> readInto(new byte[8]) < 0);
    link.close();
    link = harness.service().open(harness.address());
    harness.peerSends(bytes("again"));

    assertThat(read(5)).isEqualTo(bytes("again"));
  }

  @Test
  void oneAddressIsOpenOnlyOnceAtATime() throws LinkDown {
    assertThatThrownBy(() -> harness.service().open(harness.address()))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining(nameOf(harness.address()));
    link.close();
    link = harness.service().open(harness.address());
    harness.peerSends(bytes("x"));
    assertThat(read(1)).isEqualTo(bytes("x"));
  }

  @Test
  void saysWhereNobodyAnswers() {
    assertThatThrownBy(() -> harness.service().open(harness.deadAddress()))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining(nameOf(harness.deadAddress()));
  }

  @Test
  void closingEndsAReadInProgress() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              begun.countDown();
              try {
                link.read(new byte[8], Duration.ofHours(1));
              } catch (LinkDown closed) {
                assertThat(closed).isNotNull();
              }
              ended.countDown();
            },
            "reader");
    reader.setDaemon(true);
    reader.start();
    begun.await();
    eventually.until(
        "the reader waits", () -> reader.getState() != Thread.State.NEW && ended.getCount() == 1);
    link.close();

    assertThat(ended.await(harness.deadline().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void closingTwiceDoesNoHarmAndAClosedLinkIsDown() {
    link.close();

    assertThatCode(link::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> link.read(new byte[8], PATIENCE)).isInstanceOf(LinkDown.class);
    assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkDown.class);
  }

  /** Bytes read, or -1 when the link is down. */
  private int readInto(byte[] buffer) {
    try {
      return link.read(buffer, PATIENCE);
    } catch (LinkDown down) {
      return -1;
    }
  }

  private byte[] read(int length) throws LinkDown {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long end = System.nanoTime() + harness.deadline().toNanos();
    while (all.size() < length && System.nanoTime() - end < 0) {
      byte[] buffer = new byte[Math.min(512, length - all.size())];
      all.write(buffer, 0, link.read(buffer, PATIENCE));
    }
    return all.toByteArray();
  }

  /** The part of an address that a message must name: the text before any settings. */
  private static String nameOf(io.wayside.core.link.LinkAddress address) {
    String text = LinkAddresses.print(address);
    return text.substring(text.indexOf(':') + 1).replaceFirst("^//", "").replaceFirst("\\?.*", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
