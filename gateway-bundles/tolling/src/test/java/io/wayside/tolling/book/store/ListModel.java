// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.tag.TagNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one issuer's lists say, kept as plain maps of text: the oracle of the tables. */
final class ListModel {

  final Map<ListType, Map<TagNumber, String>> lists = new EnumMap<>(ListType.class);
  final Map<ListType, Long> versions = new EnumMap<>(ListType.class);

  Map<TagNumber, String> list(ListType type) {
    return lists.computeIfAbsent(type, absent -> new HashMap<>());
  }

  long version(ListType type) {
    return versions.getOrDefault(type, 0L);
  }

  private Optional<String> said(ListType type, TagNumber tag) {
    return Optional.ofNullable(lists.getOrDefault(type, Map.of()).get(tag));
  }

  Optional<String> discount(TagNumber tag) {
    return said(ListType.DISCOUNTED, tag);
  }

  Finding find(String issuer, TagNumber tag) {
    String[] account = said(ListType.ACCOUNTS, tag).orElse("- none").split(" ", -1);
    List<Ticket> tickets = new ArrayList<>();
    for (String word : said(ListType.TICKETS, tag).orElse("").split(" ", -1)) {
      if (!word.isEmpty()) {
        String[] half = word.split("@", -1);
        String[] rest = half[1].split(":", -1);
        tickets.add(
            new Ticket(
                half[0],
                rest[0],
                Integer.parseInt(rest[1]),
                LocalDate.parse(rest[2]),
                LocalDate.parse(rest[3])));
      }
    }
    boolean listed =
        said(ListType.ACCOUNTS, tag).isPresent()
            || said(ListType.EXEMPT, tag).isPresent()
            || said(ListType.DISCOUNTED, tag).isPresent()
            || !tickets.isEmpty();
    Standing standing =
        said(ListType.STOLEN, tag).isPresent()
            ? Standing.STOLEN
            : said(ListType.BLOCKED, tag).isPresent()
                ? Standing.BLOCKED
                : !listed
                    ? Standing.UNLISTED
                    : account[1].equals("low") ? Standing.LOW_BALANCE : Standing.GOOD;
    return new Finding(
        standing,
        Optional.of(issuer),
        account[0].equals("-") ? Optional.empty() : Optional.of(Integer.parseInt(account[0])),
        said(ListType.EXEMPT, tag),
        tickets,
        account.length > 2 ? Optional.of(account[2]) : Optional.empty(),
        inForce(issuer));
  }

  List<ListInForce> inForce(String issuer) {
    return versions.entrySet().stream()
        .map(
            each ->
                new ListInForce(issuer, each.getKey().word(), each.getValue(), TrialIssuer.AS_OF))
        .toList();
  }
}
