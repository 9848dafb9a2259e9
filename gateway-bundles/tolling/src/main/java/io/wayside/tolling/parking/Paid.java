// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.time.Instant;

/**
 * A payment for a stay.
 *
 * @param id unique at the site; the same payment heard twice is one
 * @param minor in the currency's smallest unit
 * @param means such as {@code cash}, {@code tag}, {@code card}
 */
public record Paid(String id, Instant at, long minor, String means) implements Comparable<Paid> {

  public Paid {
    if (minor <= 0) {
      throw new IllegalArgumentException("a payment of " + minor + " is none");
    }
  }

  @Override
  public int compareTo(Paid other) {
    int order = at.compareTo(other.at);
    order = order != 0 ? order : id.compareTo(other.id);
    order = order != 0 ? order : Long.compare(minor, other.minor);
    return order != 0 ? order : means.compareTo(other.means);
  }
}
