// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a reader that works: the latest first, each for a while or until it is over.
 */
final class Notices {

  private static final long FOR_A_WHILE_NANOS = 60_000_000_000L;
  private static final int MOST = 32;

  private record Notice(String message, long since, long told, boolean lasting) {}

  private final Map<String, Notice> all = new LinkedHashMap<>();

  /** Stays for a minute after it was told last. */
  void tell(String code, String message, long now) {
    put(code, message, now, false);
  }

  /** Stays until it is taken back. */
  void hold(String key, String code, String message, long now) {
    put(code + " " + key, message, now, true);
  }

  private void put(String key, String message, long now, boolean lasting) {
    Notice before = all.remove(key);
    if (all.size() < MOST) {
      all.put(key, new Notice(message, before == null ? now : before.since(), now, lasting));
    }
  }

  void takeBack(String key, String code) {
    all.remove(code + " " + key);
  }

  void clear() {
    all.clear();
  }

  /** The latest notice, or that all is in order since then. */
  Health over(Health inOrder, long now) {
    all.values().removeIf(each -> !each.lasting() && now - each.told() > FOR_A_WHILE_NANOS);
    Health health = inOrder;
    for (Map.Entry<String, Notice> each : all.entrySet()) {
      String code = each.getKey().split(" ", 2)[0];
      health =
          new Health(Status.DEGRADED, code, each.getValue().message(), each.getValue().since());
    }
    return health;
  }
}
