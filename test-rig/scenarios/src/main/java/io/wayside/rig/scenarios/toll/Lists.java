// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.scenario.Registered;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** A scenario's register as the lists in force. */
final class Lists implements TagBook {

  private static final List<ListType> KEPT =
      List.of(
          ListType.ACCOUNTS, ListType.BLOCKED, ListType.STOLEN, ListType.EXEMPT, ListType.TICKETS);

  private final Map<TagNumber, Registered> register = new HashMap<>();
  private final StationClock clock;
  private final LongSupplier nanos;
  private Duration age = Duration.ofMinutes(1);

  /**
   * @param nanos the world's time
   */
  Lists(List<Registered> entries, StationClock clock, LongSupplier nanos) {
    entries.forEach(entry -> register.put(new TagNumber(entry.epc(), entry.bits()), entry));
    this.clock = clock;
    this.nanos = nanos;
  }

  void aged(Duration to) {
    age = to;
  }

  @Override
  public Finding find(TagNumber tag) {
    Optional<String> issuer =
        Registered.ISSUERS.entrySet().stream()
            .filter(each -> tag.epc().startsWith(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    Optional<Registered> entry = Optional.ofNullable(register.get(tag));
    return new Finding(
        issuer.isEmpty()
            ? Standing.UNKNOWN_ISSUER
            : entry.map(Lists::standing).orElse(Standing.UNLISTED),
        issuer,
        entry.map(Registered::group),
        entry.filter(e -> e.standing() == Registered.Standing.EXEMPT).map(e -> "exempt"),
        entry.filter(e -> e.standing() == Registered.Standing.TICKET).map(this::ticket).stream()
            .toList(),
        Optional.empty(),
        issuer.map(this::of).orElse(List.of()));
  }

  private static Standing standing(Registered entry) {
    return switch (entry.standing()) {
      case LOW_BALANCE -> Standing.LOW_BALANCE;
      case BLOCKED -> Standing.BLOCKED;
      case GOOD, EXEMPT, TICKET -> Standing.GOOD;
    };
  }

  /** A ticket ends with a day: the last of which there is something before the end. */
  private Ticket ticket(Registered entry) {
    long endsNanos = entry.ticketEnds().orElse(Duration.ofDays(30)).toNanos();
    return new Ticket(
        "monthly", "*", entry.group(), clock.day(0).minusDays(30), clock.day(endsNanos - 1));
  }

  private List<ListInForce> of(String issuer) {
    Instant asOf = clock.at(nanos.getAsLong()).minus(age);
    return KEPT.stream().map(type -> new ListInForce(issuer, type.word(), 12, asOf)).toList();
  }

  @Override
  public List<ListInForce> inForce() {
    List<ListInForce> all = new ArrayList<>();
    new TreeMap<>(Registered.ISSUERS).values().forEach(issuer -> all.addAll(of(issuer)));
    return all;
  }
}
