// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Corrections that were asked for by one person and need a second one. In memory alone: after a
 * restart they are asked for anew.
 */
final class OpenWishes {

  /** How long a second person may take. */
  static final Duration KEPT = Duration.ofHours(1);

  private static final int MOST = 64;

  private record Asked(CorrectionWish wish, long nanos) {}

  private final Map<String, Asked> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
          return size() > MOST;
        }
      };

  /** The first to ask under an id stays the one who asked. */
  void add(CorrectionWish wish, long nanos) throws CorrectionRefused {
    forgetOld(nanos);
    Asked before = byId.get(wish.id());
    if (before != null && !before.wish().equals(wish)) {
      throw new CorrectionRefused(
          "id-reused",
          "correction "
              + wish.id()
              + " was asked for by "
              + before.wish().actor()
              + " and waits for a second person: agree to it, or ask with a new id");
    }
    byId.putIfAbsent(wish.id(), new Asked(wish, nanos));
  }

  CorrectionWish find(String id, long nanos) throws CorrectionRefused {
    forgetOld(nanos);
    return Optional.ofNullable(byId.get(id))
        .map(Asked::wish)
        .orElseThrow(
            () ->
                new CorrectionRefused(
                    "unknown-correction",
                    "no correction "
                        + id
                        + " waits for a second person here; it is kept for "
                        + KEPT.toMinutes()
                        + " min and not over a restart: ask for it anew"));
  }

  private void forgetOld(long nanos) {
    byId.values().removeIf(asked -> nanos - asked.nanos() > KEPT.toNanos());
  }
}
