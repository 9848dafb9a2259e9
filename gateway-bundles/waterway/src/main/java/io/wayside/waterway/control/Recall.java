// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the last records of an aid's orders how they stood before a restart. */
final class Recall {

  /** So many records are read; an order has six at most. */
  static final int MOST = 4_000;

  /** No order is accepted that expires later than this after it is given. */
  static final Duration FURTHEST_EXPIRY = Duration.ofHours(24);

  private final Map<String, Asked> open = new LinkedHashMap<>();
  private final Map<String, Asked> holding = new LinkedHashMap<>();
  private final Map<String, Instant> spent = new HashMap<>();
  private Instant forgottenUntil = Instant.MIN;
  private String character = "";
  private String agreed = "";

  private Recall() {}

  static Recalled read(List<JournalRecord> records, Instant wall) throws GarbledData {
    Recall recall = new Recall();
    for (JournalRecord record : records) {
      if (record.kind().equals(OrderRecords.KIND)) {
        recall.add(Node.of(record.id().toString(), record.body()));
      }
    }
    if (records.size() >= MOST) {
      recall.forget(records.get(0).occurred().wall().plus(FURTHEST_EXPIRY));
    }
    recall.spent.values().removeIf(expires -> recall.isOver(expires, wall));
    return new Recalled(
        List.copyOf(recall.open.values()),
        List.copyOf(recall.holding.values()),
        Map.copyOf(recall.spent),
        recall.forgottenUntil,
        recall.character,
        recall.agreed);
  }

  private boolean isOver(Instant expires, Instant wall) {
    boolean over = !expires.isAfter(wall);
    if (over) {
      forget(expires);
    }
    return over;
  }

  private void forget(Instant until) {
    if (until.isAfter(forgottenUntil)) {
      forgottenUntil = until;
    }
  }

  private void add(Node body) throws GarbledData {
    character = text(body, "published");
    agreed = text(body, "agreed");
    if (body.optional("forgottenUntil").isPresent()) {
      forget(time(body.member("forgottenUntil")));
    }
    Optional<Verb> verb = Verb.of(text(body, "verb"));
    if (verb.isEmpty()) {
      return;
    }
    Asked asked = asked(body, verb.get());
    spent.put(asked.id(), asked.expires());
    String step = body.member("step").text();
    if (!body.member("last").truth()) {
      follow(step, asked);
    } else {
      open.remove(asked.id());
      boolean holds = asked.verb().leased() && !isWithoutLease(step);
      if (holds) {
        holding.put(asked.id(), asked);
      }
    }
  }

  private void follow(String step, Asked asked) {
    if (step.equals(Step.ACCEPTED.word())) {
      open.put(asked.id(), asked);
    } else if (step.equals(Step.LEASE_ENDED.word())) {
      holding.remove(asked.id());
    }
  }

  private static boolean isWithoutLease(String step) {
    return step.equals(Step.FAILED.word())
        || step.equals(Step.EXPIRED.word())
        || step.equals(Step.RETURNED.word());
  }

  private static Asked asked(Node body, Verb verb) throws GarbledData {
    try {
      return new Asked(
          body.member("id").text(),
          text(body, "actor"),
          text(body, "face"),
          text(body, "reason"),
          verb,
          text(body, "value"),
          time(body.member("expires")),
          Duration.ofSeconds(body.member("leaseS").whole(0, Integer.MAX_VALUE)));
    } catch (IllegalArgumentException odd) {
      throw body.wrong("is no order: " + odd.getMessage());
    }
  }

  private static Instant time(Node node) throws GarbledData {
    try {
      return Instant.parse(node.text());
    } catch (DateTimeException notATime) {
      throw node.wrong("must be a time such as 2026-11-22T10:00:00Z");
    }
  }

  private static String text(Node body, String name) {
    return body.value() instanceof Value.Fields fields
            && fields.get(name) instanceof Value.Text text
        ? text.value()
        : "";
  }
}
