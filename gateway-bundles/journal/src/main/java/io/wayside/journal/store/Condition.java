// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;

/** How the journal is, gathered from its threads; the worst is told. */
final class Condition {

  private final TimeSource time;
  private final List<Finding> findings = new ArrayList<>();
  private String keyless = "";
  private String broken = "";
  private String full = "";
  private String filling = "";
  private String disk = "";
  private String policy = "";
  private Health last;

  Condition(TimeSource time) {
    this.time = time;
    this.last = Health.ok(time.monotonicNanos());
  }

  synchronized void found(Finding finding) {
    findings.add(finding);
    if (findings.size() > 100) {
      findings.remove(1); // the first and the latest say most; all are in the journal's own stream
    }
  }

  /** The key cannot sign, so nothing can be kept; empty when it can again. */
  synchronized void keyless(String message) {
    keyless = message;
  }

  synchronized boolean isKeyless() {
    return !keyless.isEmpty();
  }

  /** The storage failed; empty when it works again. */
  synchronized void broken(String message) {
    broken = message;
  }

  /** Nothing more may be dropped; empty when there is room again. */
  synchronized void full(String message) {
    full = message;
  }

  /** More than the warning level is used; empty when less is. */
  synchronized void filling(String message) {
    filling = message;
  }

  /** The file system is nearly full; empty when it is not. */
  synchronized void disk(String message) {
    disk = message;
  }

  /** The configuration asks for what is not done. */
  synchronized void policy(String message) {
    policy = message;
  }

  synchronized Health health() {
    Health now = now(time.monotonicNanos());
    if (!now.sameAs(last)) {
      last = now;
    }
    return last;
  }

  private Health now(long since) {
    if (!keyless.isEmpty()) {
      return new Health(Health.Status.FAILED, "journal-key-unavailable", keyless, since);
    }
    if (!broken.isEmpty()) {
      return new Health(Health.Status.FAILED, "journal-unavailable", broken, since);
    }
    if (!full.isEmpty()) {
      return new Health(Health.Status.FAILED, "journal-full", full, since);
    }
    if (!findings.isEmpty()) {
      Finding first = findings.get(0);
      String where =
          first.quarantine().isEmpty() ? "" : "; the files are in quarantine/" + first.quarantine();
      return new Health(
          Health.Status.DEGRADED,
          "journal-" + first.cause(),
          first.message()
              + where
              + "; records lost by it are named in stream journal, kind journal-gap/1",
          since);
    }
    if (!disk.isEmpty()) {
      return new Health(Health.Status.DEGRADED, "journal-disk-low", disk, since);
    }
    if (!policy.isEmpty()) {
      return new Health(Health.Status.DEGRADED, "journal-policy", policy, since);
    }
    if (!filling.isEmpty()) {
      return new Health(Health.Status.DEGRADED, "journal-filling", filling, since);
    }
    return Health.ok(since);
  }
}
