// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** Reads from a link with a deadline, so that a test neither sleeps nor hangs. */
final class Reading {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final long LONG_ENOUGH_NANOS = Duration.ofSeconds(60).toNanos();

  private Reading() {}

  /** The next {@code count} bytes as text. */
  static String text(Link link, int count) throws LinkDown {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    byte[] buffer = new byte[64];
    long deadline = System.nanoTime() + LONG_ENOUGH_NANOS;
    while (got.size() < count && System.nanoTime() < deadline) {
      got.write(buffer, 0, link.read(buffer, TICK));
    }
    return got.toString(StandardCharsets.US_ASCII);
  }

  /** Reads on until the link says it is down. */
  static LinkDown untilDown(Link link) {
    long deadline = System.nanoTime() + LONG_ENOUGH_NANOS;
    try {
      while (System.nanoTime() < deadline) {
        link.read(new byte[64], TICK);
      }
    } catch (LinkDown down) {
      return down;
    }
    return Assertions.fail("the link still seems to be up");
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
