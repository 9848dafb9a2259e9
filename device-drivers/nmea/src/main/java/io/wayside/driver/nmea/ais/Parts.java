// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.sentence.Counts;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parts of messages until the last one comes. They must come in their order; the first begins anew
 * whatever was there. What is not finished in time is given up, and when there is no room the
 * message that was begun first.
 */
final class Parts {

  /** What parts of one message have in common. */
  private record Key(String source, boolean own, char sequence, char channel, int count) {}

  /** What came so far. */
  private record Begun(long sinceNanos, int parts, String letters) {}

  private final long timeoutNanos;
  private final int most;
  private final Counts<Refusal> refusals;

  /** In the order in which they were begun. */
  private final Map<Key, Begun> begun = new LinkedHashMap<>();

  Parts(long timeoutNanos, int most, Counts<Refusal> refusals) {
    this.timeoutNanos = timeoutNanos;
    this.most = most;
    this.refusals = refusals;
  }

  /** All letters of the message, when this is its last part. */
  Optional<String> add(String source, Part part, long nanos) {
    giveUpLate(nanos);
    Key key = new Key(source, part.own(), part.sequence(), part.channel(), part.count());
    Begun before = begun.remove(key);
    String letters = part.text().substring(part.from(), part.to());
    if (part.number() == 1) {
      if (before != null) {
        refusals.add(Refusal.UNFINISHED);
      }
      makeRoom();
      begun.put(key, new Begun(nanos, 1, letters));
      return Optional.empty();
    }
    if (before == null) {
      refusals.add(Refusal.STRAY_PART);
      return Optional.empty();
    }
    if (part.number() != before.parts() + 1) {
      refusals.add(Refusal.UNFINISHED);
      return Optional.empty();
    }
    String all = before.letters() + letters;
    if (part.number() == part.count()) {
      return Optional.of(all);
    }
    begun.put(key, new Begun(before.sinceNanos(), part.number(), all));
    return Optional.empty();
  }

  int pending() {
    return begun.size();
  }

  private void giveUpLate(long nanos) {
    if (begun.isEmpty()) {
      return;
    }
    for (Iterator<Begun> all = begun.values().iterator(); all.hasNext(); ) {
      if (nanos - all.next().sinceNanos() > timeoutNanos) {
        all.remove();
        refusals.add(Refusal.UNFINISHED);
      }
    }
  }

  private void makeRoom() {
    if (begun.size() >= most) {
      Iterator<Begun> oldest = begun.values().iterator();
      oldest.next();
      oldest.remove();
      refusals.add(Refusal.UNFINISHED);
    }
  }
}
