// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Decides of each message whether it is believed: from a lantern of the site, not heard before, and
 * not old. Numbers can be forged, so nothing is ever done because of a message. Not for several
 * threads.
 */
public final class Inbox {

  private static final int REMEMBERED = 64;

  /** Clocks of two networks may differ by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** What becomes of a message. */
  public enum Fate {
    BELIEVED,
    /** Its sender is no lantern of the site. */
    FOREIGN,
    /** The network brought it twice. */
    REPEATED,
    /** Nobody can say what the lantern does now. */
    OLD
  }

  private final Map<String, String> lanterns;
  private final Duration oldAfter;
  private final Deque<String> before = new ArrayDeque<>();

  /**
   * An inbox.
   *
   * @param lanterns names by number
   */
  public Inbox(Map<String, String> lanterns, Duration oldAfter) {
    this.lanterns = Map.copyOf(lanterns);
    this.oldAfter = oldAfter;
  }

  /** The lantern whose number this is. */
  public Optional<String> lantern(String number) {
    return Optional.ofNullable(lanterns.get(number));
  }

  /**
   * Judges a message.
   *
   * @param now wall time, where it can be trusted
   * @param waited whether it lay in the modem when the gateway came: without a trusted clock nobody
   *     knows for how long
   */
  public Fate judge(TextMessage message, Optional<Instant> now, boolean waited) {
    if (lantern(message.sender()).isEmpty()) {
      return Fate.FOREIGN;
    }
    String heard = message.sender() + '|' + message.stamp() + '|' + message.text();
    if (before.contains(heard)) {
      return Fate.REPEATED;
    }
    before.addLast(heard);
    if (before.size() > REMEMBERED) {
      before.removeFirst();
    }
    return isOld(message, now, waited) ? Fate.OLD : Fate.BELIEVED;
  }

  private boolean isOld(TextMessage message, Optional<Instant> now, boolean waited) {
    Optional<Instant> sent = NetworkStamp.read(message.stamp());
    if (now.isEmpty() || sent.isEmpty()) {
      return waited;
    }
    Duration age = Duration.between(sent.get(), now.get());
    return age.compareTo(oldAfter) > 0 || age.negated().compareTo(AHEAD) > 0;
  }
}
