// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** Passages that were told, so that what a camera tells again is heard once. */
public final class Passages {

  /** A passage is not told again later than this after it was told last. */
  private static final long AGAIN_NANOS = 60_000_000_000L;

  private static final int MOST_REMEMBERED = 64;

  private record Told(int post, long nanos) {}

  private final Map<String, Told> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** Whether this was told before; it is remembered either way. */
  public boolean isAgain(PlateNotice notice, long nanos) {
    String key = notice.passage().orElseGet(() -> notice.lane().orElse("") + " " + notice.plate());
    Told before = told.remove(key);
    told.put(key, new Told(notice.post(), nanos));
    return before != null
        && nanos - before.nanos() < AGAIN_NANOS
        && (notice.passage().isPresent() || notice.post() > before.post());
  }
}
