// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import io.wayside.rig.central.verify.Proof.Fault;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts faults and keeps the one with the lowest number. */
final class Faults {

  private long count;
  private Optional<Fault> first = Optional.empty();

  void add(Fault fault) {
    count++;
    first =
        Stream.concat(first.stream(), Stream.of(fault))
            .min(Comparator.comparingLong(Fault::sequence));
  }

  long count() {
    return count;
  }

  Optional<Fault> first() {
    return first;
  }
}
