// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.Importance;
import io.wayside.core.record.Names;
import io.wayside.core.record.RecordKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may become of an undelivered record when room is short, by its kind.
 *
 * @param thin kinds that may be thinned though they are events
 * @param keep kinds that are never thinned though they are telemetry
 */
public record Policy(Set<String> thin, Set<String> keep) {

  /** What is done to a record that no destination has yet. */
  enum Rule {
    /** It stays whole until every destination has it. */
    KEEP,
    /** It may lose its content. */
    THIN
  }

  /** Kinds of this release that money or a penalty depends on, and those that say what is gone. */
  private static final Set<String> ALWAYS_KEPT =
      Set.of(
          "weighing",
          "weighing-gap",
          "command-audit",
          "alarm",
          "journal-gap",
          "journal-heads",
          "journal-refused",
          "journal-thinned");

  private static final List<String> IMPORTANCES =
      List.of(Importance.values()).stream().map(i -> i.name().toLowerCase(Locale.ROOT)).toList();

  public Policy {
    thin = Set.copyOf(thin);
    keep = Set.copyOf(keep);
  }

  /** Telemetry may be thinned, nothing else. */
  public static Policy standard() {
    return new Policy(Set.of(), Set.of());
  }

  /**
   * As configured.
   *
   * @throws IllegalArgumentException when an entry is no name of a kind, is in both lists, or asks
   *     for what must never be dropped
   */
  public static Policy of(Collection<String> thin, Collection<String> keep) {
    for (String kind : thin) {
      if (ALWAYS_KEPT.contains(kind)) {
        throw new IllegalArgumentException(
            "journal.thin names "
                + kind
                + ", which is always kept: money, enforcement, alarms and the journal's own account"
                + " are never thinned; take it out of the list");
      }
      requireKind("journal.thin", kind);
    }
    for (String kind : keep) {
      requireKind("journal.keep", kind);
    }
    Set<String> both = new TreeSet<>(thin);
    both.retainAll(new TreeSet<>(keep));
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "journal.thin and journal.keep both name " + both + "; leave it in one of them");
    }
    return new Policy(new TreeSet<>(thin), new TreeSet<>(keep));
  }

  private static void requireKind(String setting, String kind) {
    if (IMPORTANCES.contains(kind)) {
      throw new IllegalArgumentException(
          setting
              + " names "
              + kind
              + ", which is an importance; name record kinds, such as gateway-status"
              + " (money and enforcement can never be thinned)");
    }
    if (!Names.isValid(kind)) {
      throw new IllegalArgumentException(
          setting + " names \"" + kind + "\", which is no record kind such as gateway-status");
    }
  }

  Rule rule(RecordKind kind, Importance importance) {
    return switch (importance) {
      case MONEY, ENFORCEMENT, ALARM -> Rule.KEEP;
      case EVENT -> thin.contains(kind.name()) ? Rule.THIN : Rule.KEEP;
      case TELEMETRY -> keep.contains(kind.name()) ? Rule.KEEP : Rule.THIN;
    };
  }

  /** Whether the configuration asks for a thinning that this record's importance forbids. */
  boolean overruledFor(RecordKind kind, Importance importance) {
    return thin.contains(kind.name()) && importance.compareTo(Importance.ALARM) <= 0;
  }

  /** The importances of which anything may be thinned, in the order in which they give way. */
  List<Importance> tiers() {
    return thin.isEmpty()
        ? List.of(Importance.TELEMETRY)
        : List.of(Importance.TELEMETRY, Importance.EVENT);
  }
}
