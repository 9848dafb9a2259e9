// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What the first line of each part says of the whole list.
 *
 * @param version rises with each change, from 1
 * @param base the version a delta builds upon; empty for a full list
 * @param asOf when the issuer says that it was true
 * @param validFrom not to be used before
 * @param entries of all parts together
 * @param tags on the list once it is applied
 * @param plateHashBytes length of the plates' keyed hashes; 0 when the list has none
 * @param sha256 of the entries of all parts, each with its line end, in hexadecimal
 * @param part which part this is, from 1
 */
public record ListHead(
    String issuer,
    ListType type,
    long version,
    OptionalLong base,
    Instant asOf,
    Instant validFrom,
    long entries,
    long tags,
    int plateHashBytes,
    String sha256,
    int part,
    int parts) {

  public boolean isDelta() {
    return base.isPresent();
  }

  public ListInForce inForce() {
    return new ListInForce(issuer, type.word(), version, asOf);
  }

  public ListHead withPart(int number) {
    return new ListHead(
        issuer,
        type,
        version,
        base,
        asOf,
        validFrom,
        entries,
        tags,
        plateHashBytes,
        sha256,
        number,
        parts);
  }

  /** Whether two parts are of the very same list. */
  boolean sameList(ListHead other) {
    return withPart(1).equals(other.withPart(1));
  }

  /** For messages. */
  @Override
  public String toString() {
    return issuer + " " + type.word() + " " + version + (isDelta() ? " (delta)" : "");
  }
}
