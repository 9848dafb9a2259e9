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

  /** A lane says twice in this time what still stands of what it said before. */
  private static final long RETOLD_NANOS = 1_100_000_000L;

  private static final long LONGEST_AGE_MS = 86_400_000;

  /** Repetitions of one passage differ by what the network takes, not by so much. */
  private static final long ANOTHER_PASSAGE_NANOS = 10_000_000_000L;

  /** The lane's last word of each kind on one tag. */
  static final class Words {
    /** Number of the last word that was taken. */
    long sequence;

    boolean heard;
    long heardNanos;
    double heardScore;
    boolean vehicle;
    boolean claimed;
    long claimedNanos;
    double claimedScore;
    boolean settled;
    long settledNanos;

    /** That it passed both there and here is known already. */
    boolean disputed;
  }

  private final Map<TagNumber, Words> words = new LinkedHashMap<>();
  private ReplayWindow window = new ReplayWindow();
  private boolean begun;
  private long boot;
  private long lastNanos;

  /** It was silent, and is heard again since. */
  private boolean returned;

  private long returnedNanos;

  /** Takes a message, once: a repetition is a stranger's, or the network's. */
  boolean hear(PlazaMessage message, long now, PlazaRules rules) {
    boolean heardBefore = begun;
    if (begun && message.boot() < boot) {
      return false;
    }
    if (!begun || message.boot() > boot) {
      begin(message.boot());
    }
    if (!window.admit(message.sequence())) {
      return false;
    }
    if (heardBefore && now - lastNanos > rules.aliveNanos()) {
      returned = true;
      returnedNanos = now;
    }
    lastNanos = now;
    if (!message.kind().isOfThePast()) {
      message.tag().ifPresent(tag -> take(tag, message, now));
    }
    return true;
  }

  /** A lane that starts anew has forgotten its claims, and counts from 1. */
  private void begin(long newBoot) {
    begun = true;
    boot = newBoot;
    window = new ReplayWindow();
    for (Words each : words.values()) {
      each.claimed = false;
      each.sequence = 0;
    }
  }

  private void take(TagNumber tag, PlazaMessage message, long now) {
    Words on = words.remove(tag);
    if (on == null) {
      on = new Words();
    } else if (message.sequence() < on.sequence) {
      words.put(tag, on); // overtaken on its way by a later word on the same tag
      return;
    }
    on.sequence = message.sequence();
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
      settle(on, now - Math.min(message.ageMs(), LONGEST_AGE_MS) * 1_000_000);
    }
  }

  private static void settle(Words on, long nanos) {
    if (on.settled && nanos - on.settledNanos > ANOTHER_PASSAGE_NANOS) {
      on.disputed = false;
    }
    on.settled = true;
    on.settledNanos = nanos;
  }

  /** The lane here has let a tag pass, and knew what this one had said of it. */
  void settledHere(TagNumber tag) {
    Words on = words.get(tag);
    if (on != null && (on.claimed || on.settled)) {
      on.disputed = true;
    }
  }

  @Nullable Words on(TagNumber tag) {
    return words.get(tag);
  }

  boolean isAlive(long now, PlazaRules rules) {
    return begun && now - lastNanos <= rules.aliveNanos();
  }

  /** It is heard, and what it has claimed while it was not has been said again. */
  boolean canBeAsked(long now, PlazaRules rules) {
    return isAlive(now, rules) && !(returned && now - returnedNanos < RETOLD_NANOS);
  }

  int size() {
    return words.size();
  }
}
