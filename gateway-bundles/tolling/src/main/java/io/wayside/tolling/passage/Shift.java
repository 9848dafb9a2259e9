// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import java.time.LocalDate;

/**
 * A shift of a business day.
 *
 * @param number from 1 on
 */
public record Shift(LocalDate day, int number) implements Comparable<Shift> {

  @Override
  public int compareTo(Shift other) {
    int days = day.compareTo(other.day);
    return days == 0 ? Integer.compare(number, other.number) : days;
  }

  @Override
  public String toString() {
    return day + "/" + number;
  }
}
