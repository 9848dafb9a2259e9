// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.math.BigInteger;
import java.util.List;

/**
 * A fare document in force. Pure: the same journey has the same price.
 *
 * @param id its name and version, as every fare worked out with it says
 */
public record FareTable(
    String id,
    Wording title,
    Kind system,
    Currency currency,
    Rounding rounding,
    BusinessDay businessDay,
    int groups,
    FareRules rules,
    List<TimeOfDay> timesOfDay,
    List<FareRow> rows) {

  /** Whether the fee is for a pass or for a way. */
  public enum Kind {
    OPEN,
    CLOSED
  }

  public FareTable {
    timesOfDay = List.copyOf(timesOfDay);
    rows = List.copyOf(rows);
  }

  /**
   * Reads it.
   *
   * @throws GarbledData names the place and what was expected; also when two rows answer the same
   *     question on one day
   */
  public static FareTable from(Node document) throws GarbledData {
    return new FareTableReader(document).read();
  }

  /** No journey on any day costs more than this, in the smallest unit. */
  public long most() {
    BigInteger most = BigInteger.ZERO;
    for (FareRow row : rows) {
      most = most.max(thousandths(row));
    }
    int percent = timesOfDay.stream().mapToInt(TimeOfDay::percent).reduce(100, Math::max);
    return rounding.round(
        most.multiply(BigInteger.valueOf(percent)), BigInteger.valueOf(100L * 1000));
  }

  /** The highest sum of a row on any day, in thousandths of the smallest unit. */
  private BigInteger thousandths(FareRow row) {
    if (row instanceof FareRow.AtStation at) {
      return highest(at.amounts()).multiply(BigInteger.valueOf(1000));
    }
    if (row instanceof FareRow.Between between) {
      return highest(between.amounts()).multiply(BigInteger.valueOf(1000));
    }
    if (row instanceof FareRow.Section section) {
      List<Long> perKm =
          rows.stream()
              .filter(FareRow.Rate.class::isInstance)
              .map(FareRow.Rate.class::cast)
              .filter(rate -> rate.rate().equals(section.rate()))
              .flatMap(rate -> rate.amountsPerKm().stream())
              .toList();
      return highest(perKm).multiply(BigInteger.valueOf(section.metres()));
    }
    return BigInteger.ZERO; // a rate by itself costs nothing
  }

  private static BigInteger highest(List<Long> amounts) {
    return BigInteger.valueOf(amounts.stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /** What a journey costs, with each step that led there. */
  public Priced price(Journey journey) {
    return new Calculation(this, journey).price();
  }
}
