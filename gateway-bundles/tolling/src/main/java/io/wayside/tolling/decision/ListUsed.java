// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.core.data.Value;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.ListInForce;
import java.time.Instant;

/**
 * A list that a decision rests on.
 *
 * @param ageS how old it was then, in seconds
 */
public record ListUsed(String issuer, String list, long version, long ageS) {

  static ListUsed of(ListInForce list, Instant at) {
    return new ListUsed(
        list.issuer(), list.list(), list.version(), AgeLimits.age(list, at).toSeconds());
  }

  public Value.Fields toValue() {
    return Value.Fields.with("issuer", issuer)
        .and("list", list)
        .and("version", version)
        .and("ageS", ageS)
        .build();
  }
}
