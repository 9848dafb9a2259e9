// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All lists that are in force together. Does not change: a new list makes a new shelf. */
public final class Shelf {

  private final Map<String, IssuerTables> byIssuer = new TreeMap<>();
  private final List<TagTable> all;

  public Shelf(Collection<TagTable> tables) {
    all = List.copyOf(tables);
    Map<String, List<TagTable>> sorted = new TreeMap<>();
    for (TagTable table : tables) {
      sorted.computeIfAbsent(table.issuer(), issuer -> new ArrayList<>()).add(table);
    }
    sorted.forEach((issuer, own) -> byIssuer.put(issuer, new IssuerTables(issuer, own)));
  }

  /** With a table in the place of the one of its issuer and type. */
  public Shelf with(TagTable table) {
    List<TagTable> others = new ArrayList<>(all);
    others.removeIf(other -> other.issuer().equals(table.issuer()) && other.type() == table.type());
    others.add(table);
    return new Shelf(others);
  }

  public Optional<TagTable> table(String issuer, ListType type) {
    return Optional.ofNullable(byIssuer.get(issuer)).flatMap(own -> own.table(type));
  }

  public List<TagTable> tables() {
    return all;
  }

  public List<ListInForce> inForce() {
    return byIssuer.values().stream().flatMap(own -> own.lists().stream()).toList();
  }

  @Nullable IssuerTables of(String issuer) {
    return byIssuer.get(issuer);
  }
}
