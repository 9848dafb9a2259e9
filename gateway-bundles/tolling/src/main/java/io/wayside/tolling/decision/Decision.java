// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.Ticket;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was decided and why.
 *
 * @param grants whether it may pass
 * @param payment who pays; {@link Payment#NONE} when it may not pass
 * @param rule what decided
 * @param reason for the display: the rule's code, or the office's own
 * @param offline whether the tag will owe money that nobody has promised yet
 * @param ticket the one that holds
 * @param policy version of the site's policy
 * @param lists every list that was asked, with its age
 * @param flags codes of what an auditor should know, sorted
 */
public record Decision(
    boolean grants,
    Payment payment,
    Rule rule,
    String reason,
    Mode mode,
    boolean offline,
    Optional<Ticket> ticket,
    String policy,
    List<ListUsed> lists,
    Set<String> flags) {

  public Decision {
    lists = List.copyOf(lists);
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
  }

  /** As record content. */
  public Value.Fields toValue() {
    FieldsBuilder fields =
        Value.Fields.with("grants", grants)
            .and("payment", word(payment))
            .and("rule", rule.code())
            .and("reason", reason)
            .and("mode", word(mode))
            .and("offline", offline)
            .and("policy", policy);
    ticket.ifPresent(one -> fields.and("ticket", ticketValue(one)));
    return fields
        .and("lists", lists.stream().map(ListUsed::toValue).toList())
        .and("flags", flags.stream().map(Value.Text::new).toList())
        .build();
  }

  private static Value ticketValue(Ticket ticket) {
    return Value.Fields.with("kind", ticket.kind())
        .and("station", ticket.station())
        .and("group", ticket.group())
        .and("from", ticket.from().toString())
        .and("to", ticket.to().toString())
        .build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
