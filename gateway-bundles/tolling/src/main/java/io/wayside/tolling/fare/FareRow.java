// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.Evidence;
import java.util.List;
import java.util.Optional;

/** A row of a fare table. Sums are in the smallest unit, one per vehicle group from group 1 on. */
public sealed interface FareRow {

  String id();

  Validity validity();

  Evidence evidence();

  /** Two rows that hold on one day must not answer the same question. */
  String question();

  /**
   * One fee for each pass of a station.
   *
   * @param direction empty for both
   */
  record AtStation(
      String id,
      String station,
      Optional<String> direction,
      List<Long> amounts,
      Validity validity,
      Evidence evidence)
      implements FareRow {

    @Override
    public String question() {
      return "at " + station + direction.map(way -> " towards " + way).orElse("");
    }
  }

  /** A sum from one station to another. */
  record Between(
      String id,
      String entry,
      String exit,
      List<Long> amounts,
      Validity validity,
      Evidence evidence)
      implements FareRow {

    @Override
    public String question() {
      return "from " + entry + " to " + exit;
    }
  }

  /**
   * A distance between two stations, charged by a rate.
   *
   * @param rate id of the rate
   */
  record Section(
      String id,
      String entry,
      String exit,
      long metres,
      String rate,
      Validity validity,
      Evidence evidence)
      implements FareRow {

    @Override
    public String question() {
      return "from " + entry + " to " + exit;
    }
  }

  /** Sums per kilometre. */
  record Rate(String id, String rate, List<Long> amountsPerKm, Validity validity, Evidence evidence)
      implements FareRow {

    @Override
    public String question() {
      return "rate " + rate;
    }
  }
}
