// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.tag.TagNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All lists of one issuer that are in force together. Does not change. */
final class IssuerTables {

  private static final int GROUPS = 256;

  private final Optional<String> issuer;
  private final Map<ListType, TagTable> tables = new EnumMap<>(ListType.class);
  private final List<ListInForce> lists;

  /** The answers that most tags get, made once: those with nothing but standing and group. */
  private final Map<Standing, @Nullable Finding[]> usual = new EnumMap<>(Standing.class);

  IssuerTables(String issuer, Collection<TagTable> all) {
    this.issuer = Optional.of(issuer);
    all.forEach(table -> tables.put(table.type(), table));
    for (Standing standing : Standing.values()) {
      usual.put(standing, new @Nullable Finding[GROUPS]);
    }
    this.lists = tables.values().stream().map(TagTable::inForce).toList();
  }

  List<ListInForce> lists() {
    return lists;
  }

  Optional<TagTable> table(ListType type) {
    return Optional.ofNullable(tables.get(type));
  }

  Finding find(TagNumber tag) {
    TagTable accounts = tables.get(ListType.ACCOUNTS);
    int account = accounts == null ? TagTable.NONE : accounts.find(tag);
    int group = 0;
    Optional<String> plate = Optional.empty();
    boolean low = false;
    if (accounts != null && account != TagTable.NONE) {
      group = AccountRow.group(accounts.bytes(), account);
      low = AccountRow.isLow(accounts.bytes(), account);
      plate = accounts.plateHash(account);
    }
    Optional<String> exempt = word(ListType.EXEMPT, tag);
    List<Ticket> tickets = tickets(tag);
    boolean listed =
        account != TagTable.NONE
            || exempt.isPresent()
            || !tickets.isEmpty()
            || holds(ListType.DISCOUNTED, tag);
    Standing standing = standing(tag, listed, low);
    if (plate.isPresent() || exempt.isPresent() || !tickets.isEmpty()) {
      return finding(standing, group, exempt, tickets, plate);
    }
    @Nullable Finding[] byGroup = usual.get(standing);
    Finding made = byGroup == null ? null : byGroup[group];
    if (made == null) {
      made = finding(standing, group, exempt, tickets, plate);
      if (byGroup != null) {
        byGroup[group] = made;
      }
    }
    return made;
  }

  private Standing standing(TagNumber tag, boolean listed, boolean low) {
    if (holds(ListType.STOLEN, tag)) {
      return Standing.STOLEN;
    }
    if (holds(ListType.BLOCKED, tag)) {
      return Standing.BLOCKED;
    }
    if (!listed) {
      return Standing.UNLISTED;
    }
    return low ? Standing.LOW_BALANCE : Standing.GOOD;
  }

  private Finding finding(
      Standing standing,
      int group,
      Optional<String> exempt,
      List<Ticket> tickets,
      Optional<String> plate) {
    return new Finding(
        standing,
        issuer,
        group == 0 ? Optional.empty() : Optional.of(group),
        exempt,
        tickets,
        plate,
        lists);
  }

  private boolean holds(ListType type, TagNumber tag) {
    TagTable table = tables.get(type);
    return table != null && table.holds(tag);
  }

  /** Why it is exempt, or which discount it has. */
  Optional<String> word(ListType type, TagNumber tag) {
    TagTable table = tables.get(type);
    int at = table == null ? TagTable.NONE : table.find(tag);
    return table == null || at == TagTable.NONE ? Optional.empty() : table.word(at);
  }

  private List<Ticket> tickets(TagNumber tag) {
    TagTable table = tables.get(ListType.TICKETS);
    int at = table == null ? TagTable.NONE : table.find(tag);
    if (table == null || at == TagTable.NONE) {
      return List.of();
    }
    List<Ticket> tickets = new ArrayList<>();
    for (; at != TagTable.NONE; at = table.next(tag, at)) {
      tickets.add(TicketRow.ticket(table.bytes(), at, table.words()));
    }
    return tickets;
  }
}
