// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tapline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Sentence;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.tolling.control.SteppedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line of a card reader, over links that say what the test says. */
class TapLineTest {

  private static final long PATIENCE_S = 60;
  private static final String TAP = framed("TAP,in,0a1b2c3d");

  private final SteppedTime time = new SteppedTime();
  private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final TapLine line = new TapLine("cards", "tcp://192.0.2.7:4001", 60, links(), time);

  /** By another way than the reader under test: over characters, as the form says. */
  private static String framed(String text) {
    int sum = text.chars().reduce(0, (a, b) -> a ^ b);
    return "$" + text + "*" + String.format("%02X", sum) + "\r\n";
  }

  /** What the next read does. */
  private interface Said {
    byte[] now() throws DeviceException.LinkDown;
  }

  private LinkService links() {
    return address -> {
      opened.incrementAndGet();
      return new Link() {
        @Override
        public int read(byte[] buffer, Duration patience) throws DeviceException.LinkDown {
          byte[] bytes = next();
          System.arraycopy(bytes, 0, buffer, 0, bytes.length);
          return bytes.length;
        }

        @Override
        public void write(byte[] bytes) {
          throw new AssertionError("nothing is said to a card reader");
        }

        @Override
        public LinkAddress address() {
          return address;
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    };
  }

  private byte[] next() throws DeviceException.LinkDown {
    try {
      Said now = said.poll(10, TimeUnit.MILLISECONDS);
      return now == null ? new byte[0] : now.now();
    } catch (InterruptedException interrupted) {
      throw new DeviceException.LinkDown("interrupted");
    }
  }

  private void says(String text) {
    said.add(() -> text.getBytes(StandardCharsets.US_ASCII));
  }

  private void breaks() {
    said.add(
        () -> {
          throw new DeviceException.LinkDown("hung up");
        });
  }

  private TapLineTest listening() {
    line.subscribe(
        new Listener<Sentence>() {
          @Override
          public void received(Sentence sentence) {
            heard.add(sentence.text());
          }

          @Override
          public void interrupted(Interruption interruption) {
            heard.add(interruption.cause().name());
          }
        });
    return this;
  }

  private String heard() throws InterruptedException {
    String next = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
    return next == null ? "nothing within " + PATIENCE_S + " s" : next;
  }

  /** All that was said has been read, and one read more was made. */
  private Health healthAfterAll() throws InterruptedException {
    CountDownLatch read = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      said.add(
          () -> {
            read.countDown();
            return new byte[0];
          });
    }
    assertThat(read.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    return line.health();
  }

  @AfterEach
  void stop() throws InterruptedException {
    line.stop();
    assertThat(closed.get()).as("no link is left open").isEqualTo(opened.get());
  }

  @Test
  void tapsGoOnAndALifeSignDoesNot() throws Exception {
    listening().says("$ALIVE*57\r\n" + TAP);
    assertThat(heard()).isEqualTo("TAP,in,0a1b2c3d");
    assertThat(heard).isEmpty();
    assertThat(healthAfterAll().code()).isEqualTo("ok");
  }

  @Test
  void aLineThatBreaksIsToldAndOpenedAgain() throws Exception {
    listening().says(TAP);
    assertThat(heard()).isEqualTo("TAP,in,0a1b2c3d");
    says("$TAP,in,ffff"); // the rest of it never comes
    breaks();
    assertThat(heard()).isEqualTo("LINK_DOWN");
    says(TAP);
    assertThat(heard()).as("not joined to what was cut off").isEqualTo("TAP,in,0a1b2c3d");
    assertThat(opened.get()).isEqualTo(2);
    assertThat(healthAfterAll().code()).isEqualTo("ok");
  }

  @Test
  void aFaultOrAnErrorDoesNotEndTheListening() throws Exception {
    listening();
    said.add(
        () -> {
          throw new IllegalStateException("made by the test");
        });
    assertThat(heard()).isEqualTo("LINK_DOWN");
    said.add(
        () -> {
          throw new StackOverflowError("made by the test");
        });
    assertThat(heard()).isEqualTo("LINK_DOWN");
    says(TAP);
    assertThat(heard()).isEqualTo("TAP,in,0a1b2c3d");
  }

  @Test
  void aListenerThatFailsIsToldInHealthAndTheOthersHear() throws Exception {
    line.subscribe(
        new Listener<Sentence>() {
          @Override
          public void received(Sentence sentence) {
            throw new IllegalStateException("made by the test");
          }

          @Override
          public void interrupted(Interruption interruption) {}
        });
    listening().says(TAP);
    assertThat(heard()).isEqualTo("TAP,in,0a1b2c3d");
    assertThat(healthAfterAll().code()).isEqualTo("listener-failed");
  }

  @Test
  void silenceIsToldUntilTheReaderSpeaksAgain() throws Exception {
    listening().says(TAP);
    assertThat(heard()).isEqualTo("TAP,in,0a1b2c3d");
    time.to(time.monotonicNanos() + Duration.ofSeconds(61).toNanos());
    assertThat(healthAfterAll().code()).isEqualTo("silent");
    says("$ALIVE*57\r\n");
    assertThat(healthAfterAll().code()).isEqualTo("ok");
  }

  @Test
  void damageIsToldForAWhileAndNotForEver() throws Exception {
    listening().says(TAP.replace("in", "on"));
    assertThat(healthAfterAll().code()).isEqualTo("lines-damaged");
    for (int minute = 0; minute < 11; minute++) {
      time.to(time.monotonicNanos() + Duration.ofSeconds(59).toNanos());
      says("$ALIVE*57\r\n");
      healthAfterAll();
    }
    assertThat(healthAfterAll().code()).isEqualTo("ok");
    assertThat(heard).as("never a tap").isEmpty();
  }
}
