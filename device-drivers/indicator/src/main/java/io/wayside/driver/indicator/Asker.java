// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.link.Link;
import io.wayside.core.supervision.LinkSpeaker;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.indicator.session.IndicatorSession;
import java.time.Duration;

/** Speaks on an indicator's line: keys that are pressed, and between them the questions. */
final class Asker implements LinkSpeaker {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final KeyDesk keys;
  private final IndicatorSession session;
  private final TimeSource time;

  Asker(KeyDesk keys, IndicatorSession session, TimeSource time) {
    this.keys = keys;
    this.session = session;
    this.time = time;
  }

  @Override
  public Duration speak(Link link) throws DeviceException {
    byte[] key = keys.due();
    byte[] words = key.length > 0 || keys.waits() ? key : session.question(time.monotonicNanos());
    if (words.length > 0) {
      link.write(words);
    }
    return patience();
  }

  /** At least a millisecond, so that waiting never becomes spinning. */
  private Duration patience() {
    if (keys.waits()) {
      return PATIENCE;
    }
    long untilAsked = session.questionInNanos(time.monotonicNanos());
    return Duration.ofNanos(Math.max(SHORTEST.toNanos(), Math.min(PATIENCE.toNanos(), untilAsked)));
  }
}
