// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkService;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.simulators.board.TextBoard;
import io.wayside.tolling.control.SteppedTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A display's line, to a board that reads it by its own code. */
class LineDisplayTest {

  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration TURN = Duration.ofSeconds(2);

  private final SteppedTime time = new SteppedTime();
  private final TextBoard board = new TextBoard(16, 2);
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicBoolean says = new AtomicBoolean();

  /** Nothing is ever in it: whoever reads waits for a while. */
  private final BlockingQueue<Boolean> silence = new LinkedBlockingQueue<>();

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final LineDisplay display =
      new LineDisplay(
          "display-1",
          "tcp://192.0.2.9:4001",
          new BoardTurns(new BoardLayout(16, 2, Letters.VIETNAMESE), TURN),
          Duration.ofSeconds(60),
          links(),
          time);

  private LinkService links() {
    return address -> {
      opened.incrementAndGet();
      AtomicBoolean open = new AtomicBoolean(true);
      return new Link() {
        @Override
        public int read(byte[] buffer, Duration patience) throws DeviceException.LinkDown {
          try {
            Boolean said = silence.poll(10, TimeUnit.MILLISECONDS);
            return said != null || says.get() ? 1 : 0;
          } catch (InterruptedException interrupted) {
            throw new DeviceException.LinkDown("interrupted");
          }
        }

        @Override
        public void write(byte[] bytes) throws DeviceException.LinkDown {
          if (broken.get()) {
            throw new DeviceException.LinkDown("hung up");
          }
          board.hears(bytes, time.monotonicNanos());
        }

        @Override
        public LinkAddress address() {
          return address;
        }

        @Override
        public void close() {
          if (open.compareAndSet(true, false)) {
            closed.incrementAndGet();
          }
        }
      };
    };
  }

  @AfterEach
  void stop() {
    display.stop();
    assertThat(closed.get()).as("no link is left open").isEqualTo(opened.get());
    assertThat(board.refused()).as("lines that were no sentences").isZero();
  }

  private void passes(Duration span) {
    time.to(time.monotonicNanos() + span.toNanos());
  }

  private void reads(String... rows) {
    new Eventually(Duration.ofSeconds(60), () -> {})
        .until(
            "the board reads " + List.of(rows) + ", not " + now(),
            () -> now().equals(List.of(rows)));
  }

  private List<String> now() {
    return board.reads(time.monotonicNanos());
  }

  private void healthIs(String code) {
    new Eventually(Duration.ofSeconds(60), () -> {})
        .until("health is " + code, () -> display.health().code().equals(code));
  }

  @Test
  void whatIsShownIsReadInEachLanguageInTurn() {
    display.show(List.of("MỜI QUA\n15000 VND", "PASS\n15000 VND"), LEASE);
    reads("MỜI QUA", "15000 VND");
    passes(TURN);
    display.show(List.of("MỜI QUA\n15000 VND", "PASS\n15000 VND"), LEASE);
    reads("PASS", "15000 VND");
    display.show(List.of("KHÔNG ĐỌC\nĐƯỢC THẺ"), LEASE);
    reads("KHÔNG ĐỌC", "ĐƯỢC THẺ");
    healthIs("ok");
  }

  @Test
  void aLaneThatTellsItNoMoreLeavesItDark() {
    display.show(List.of("PASS"), LEASE);
    reads("PASS");
    passes(LEASE);
    reads();
  }

  /** Whoever turns a board on in the middle of a notice reads it a second later. */
  @Test
  void theSameIsToldAgainEachSecond() {
    display.show(List.of("PASS"), Duration.ofMinutes(1));
    reads("PASS");
    for (int i = 0; i < 3; i++) {
      int taken = board.taken();
      passes(Duration.ofSeconds(1));
      new Eventually(Duration.ofSeconds(60), () -> {})
          .until("it is told again", () -> board.taken() > taken);
    }
    reads("PASS");
  }

  @Test
  void aLineThatBreaksIsToldAndOpenedAgain() {
    display.show(List.of("PASS"), Duration.ofMinutes(1));
    reads("PASS");
    broken.set(true);
    display.show(List.of("STOP"), Duration.ofMinutes(1));
    healthIs("link-down");
    broken.set(false);
    reads("STOP");
    healthIs("ok");
    assertThat(opened.get()).isGreaterThan(1);
  }

  @Test
  void silenceIsToldUntilItSaysSomething() {
    healthIs("ok");
    passes(Duration.ofSeconds(61));
    healthIs("silent");
    says.set(true);
    healthIs("ok");
  }
}
