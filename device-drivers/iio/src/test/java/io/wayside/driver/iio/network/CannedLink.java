// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A link whose other side said all it has to say in advance. */
final class CannedLink implements Link {

  private final byte[] answers;
  private int at;
  private final StringBuilder written = new StringBuilder();

  CannedLink(byte[] answers) {
    this.answers = answers.clone();
  }

  @Override
  public int read(byte[] buffer, Duration patience) {
    int count = Math.min(3, Math.min(buffer.length, answers.length - at));
    System.arraycopy(answers, at, buffer, 0, count);
    at += count;
    return count;
  }

  @Override
  public void write(byte[] bytes) {
    written.append(new String(bytes, StandardCharsets.US_ASCII));
  }

  String written() {
    return written.toString();
  }

  @Override
  public LinkAddress address() {
    return LinkAddresses.parse("tcp://192.0.2.1:30431");
  }

  @Override
  public void close() {
    at = answers.length;
  }
}
