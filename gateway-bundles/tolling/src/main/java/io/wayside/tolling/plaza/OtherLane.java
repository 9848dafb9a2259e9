// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one other lane has said, as far as it still counts. */
final class OtherLane {

  private static final int MOST_TAGS = 512;

  /** The lane's last word of each kind on one tag. */
  static final class Words {
    boolean heard;
    long heardNanos;
    double heardScore;
    boolean vehicle;
    boolean claimed;
    long claimedNanos;
    double claimedScore;
    boolean settled;
    long settledNanos;
  }

  private final Map<TagNumber, Words> words = new LinkedHashMap<>();
  private boolean begun;
  private long boot;
  private long sequence;
  private long lastNanos;

  /** Takes a message, unless it is older than one that was taken: a repetition by a stranger. */
  boolean hear(PlazaMessage message, long now) {
    boolean newer =
        !begun
            || message.boot() > boot
            || (message.boot() == boot && message.sequence() > sequence);
    if (!newer) {
      return false;
    }
    if (begun && message.boot() > boot) {
      words.values().forEach(w -> w.claimed = false); // it has forgotten them itself
    }
    begun = true;
    boot = message.boot();
    sequence = message.sequence();
    lastNanos = now;
    message.tag().ifPresent(tag -> take(tag, message, now));
    return true;
  }

  private void take(TagNumber tag, PlazaMessage message, long now) {
    Words on = words.remove(tag);
    if (on == null) {
      on = new Words();
    }
    words.put(tag, on); // the last heard is the last dropped
    if (words.size() > MOST_TAGS) {
      words.remove(words.keySet().iterator().next());
    }
    if (message.kind() == Kind.HEARD) {
      on.heard = true;
      on.heardNanos = now;
      on.heardScore = message.score();
      on.vehicle = message.vehicle();
    } else if (message.kind() == Kind.CLAIMED) {
      on.claimed = true;
      on.claimedNanos = now;
      on.claimedScore = message.score();
    } else if (message.kind() == Kind.RELEASED) {
      on.claimed = false;
    } else if (message.kind() == Kind.SETTLED) {
      on.claimed = false;
      on.settled = true;
      on.settledNanos = now - message.ageMs() * 1_000_000;
    }
  }

  @Nullable Words on(TagNumber tag) {
    return words.get(tag);
  }

  boolean isAlive(long now, PlazaRules rules) {
    return begun && now - lastNanos <= rules.aliveNanos();
  }

  int size() {
    return words.size();
  }
}
