// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
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

  /** What a journey costs, with each step that led there. */
  public Priced price(Journey journey) {
    return new Calculation(this, journey).price();
  }
}
