// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.tag.Issuers;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers from the lists that are in force when it is asked. */
public final class ListedTags implements TagBook {

  private static final Finding UNKNOWN = nothing(Standing.UNKNOWN_ISSUER, Optional.empty());

  private final Issuers issuers;
  private final Supplier<Shelf> shelf;

  public ListedTags(Issuers issuers, Supplier<Shelf> shelf) {
    this.issuers = issuers;
    this.shelf = shelf;
  }

  @Override
  public Finding find(TagNumber tag) {
    Optional<String> issuer = issuers.issuerOf(tag);
    if (issuer.isEmpty()) {
      return UNKNOWN;
    }
    IssuerTables tables = shelf.get().of(issuer.get());
    return tables == null ? nothing(Standing.UNLISTED, issuer) : tables.find(tag);
  }

  /** The name of a tag's discount; a tariff knows what it is. */
  public Optional<String> discountOf(TagNumber tag) {
    Optional<String> issuer = issuers.issuerOf(tag);
    IssuerTables tables = issuer.isEmpty() ? null : shelf.get().of(issuer.get());
    return tables == null ? Optional.empty() : tables.word(ListType.DISCOUNTED, tag);
  }

  @Override
  public List<ListInForce> inForce() {
    return shelf.get().inForce();
  }

  private static Finding nothing(Standing standing, Optional<String> issuer) {
    return new Finding(
        standing,
        issuer,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
