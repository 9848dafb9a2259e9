// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Link, session and speaker in their order, without a thread. */
class LinkDeviceTest {

  private static final String ADDRESS = "tcp://10.0.0.5:4001";
  private static final String HANG_UP = "hang up";

  private final List<String> calls = new ArrayList<>();
  private final Deque<String> heard = new ArrayDeque<>();
  private boolean refuses;
  private long nanos;

  /** Each call takes a nanosecond. */
  private final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return ++nanos;
        }

        @Override
        public Stamp at(long at) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", at);
        }
      };

  private final class Scripted implements Link {
    @Override
    public int read(byte[] buffer, Duration patience) throws LinkDown {
      calls.add("read " + patience.toMillis());
      String next = heard.isEmpty() ? HANG_UP : heard.remove();
      if (next.equals(HANG_UP)) {
        throw new LinkDown("the other side hung up");
      }
      byte[] bytes = next.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public void write(byte[] bytes) {
      calls.add("write " + new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public LinkAddress address() {
      return LinkAddresses.parse(ADDRESS);
    }

    @Override
    public String sender() {
      return "10.0.0.5";
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  private final class Session implements LinkSession {
    private boolean speaks;

    @Override
    public void opened(long nowNanos) {
      calls.add("opened");
    }

    @Override
    public void received(byte[] buffer, int count, String from, long nowNanos) {
      speaks = true;
      String text = new String(buffer, 0, count, StandardCharsets.US_ASCII);
      calls.add("received " + text + " of " + from);
    }

    @Override
    public void quiet(long nowNanos) {
      calls.add("quiet");
    }

    @Override
    public void down(String detail, long nowNanos) {
      calls.add("down " + detail);
    }

    @Override
    public void stopped(long nowNanos) {
      calls.add("stopped");
    }

    @Override
    public boolean heardSinceOpened() {
      return speaks;
    }

    @Override
    public Health health() {
      return Health.ok(0);
    }

    @Override
    public String counts() {
      return "frames 7";
    }
  }

  private final LinkSpeaker speaker =
      new LinkSpeaker() {
        @Override
        public void on(Link link) {
          calls.add("on");
        }

        @Override
        public Duration speak(Link link) throws DeviceException {
          link.write(new byte[] {'?'});
          return Duration.ofMillis(20);
        }

        @Override
        public void off() {
          calls.add("off");
        }
      };

  private final Hold hold =
      new Hold() {
        @Override
        public boolean isStopping() {
          return false;
        }

        @Override
        public <C extends AutoCloseable> C open(Opening<C> opening)
            throws DeviceException, InterruptedException {
          return opening.open();
        }

        @Override
        public void progress() {
          calls.add("progress");
        }

        @Override
        public void publish() {
          calls.add("publish");
        }
      };

  private LinkDevice device(String address, LinkSpeaker who) {
    return new LinkDevice(
        address,
        to -> {
          if (refuses) {
            throw new LinkDown("nobody listens at " + LinkAddresses.print(to));
          }
          return new Scripted();
        },
        time,
        new Session(),
        who,
        64);
  }

  @Test
  void asksAndListensTurnByTurnAndLetsGoOfTheLinkWhenItBreaks() {
    heard.addAll(List.of("", "12 kg"));
    LinkDevice device = device(ADDRESS, speaker);
    assertThatThrownBy(() -> device.work(hold)).isInstanceOf(LinkDown.class);

    assertThat(calls)
        .containsExactly(
            "on",
            "opened",
            "publish", //
            "write ?",
            "read 20",
            "quiet",
            "publish", //
            "write ?",
            "read 20",
            "received 12 kg of 10.0.0.5",
            "progress",
            "publish", //
            "write ?",
            "read 20",
            "close",
            "off");
    assertThat(device.counts()).isEqualTo("frames 7");
    assertThat(device.health().code()).isEqualTo("ok");
  }

  @Test
  void whoOnlyListensLooksForSilenceTenTimesASecond() {
    heard.add("");
    assertThatThrownBy(() -> device(ADDRESS, new LinkSpeaker() {}).work(hold))
        .isInstanceOf(LinkDown.class);

    assertThat(calls).contains("read 100").noneMatch(call -> call.startsWith("write"));
  }

  @Test
  void aLinkThatCannotBeOpenedOrReadIsToldWithItsReason() {
    refuses = true;
    LinkDevice device = device(ADDRESS, speaker);
    assertThatThrownBy(() -> device.work(hold)).hasMessage("nobody listens at " + ADDRESS);
    assertThatThrownBy(() -> device("nowhere", speaker).work(hold))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("nowhere");
    assertThat(calls).containsOnly("off");

    device.broke(new LinkDown("cable is out"));
    device.faulty("a fault");
    device.stopped();
    assertThat(calls).endsWith("down cable is out", "down a fault", "stopped");
  }
}
