// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists on which every tag stands well. What a look-up costs is measured elsewhere. */
final class AllGood implements TagBook {

  private final List<ListInForce> lists;

  AllGood(Instant asOf) {
    lists =
        List.of(
            new ListInForce("alpha", "accounts", 1, asOf),
            new ListInForce("alpha", "blocked", 1, asOf));
  }

  @Override
  public Finding find(TagNumber tag) {
    return new Finding(
        Standing.GOOD,
        Optional.of("alpha"),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        lists);
  }

  @Override
  public List<ListInForce> inForce() {
    return lists;
  }
}
