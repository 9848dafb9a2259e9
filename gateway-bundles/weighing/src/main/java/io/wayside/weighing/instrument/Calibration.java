// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.instrument;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Which calibration the constants of the document are.
 *
 * @param id as in the calibration's protocol
 * @param on the day
 * @param by who did it
 */
public record Calibration(String id, LocalDate on, String by) {

  static Calibration from(Node node) throws GarbledData {
    node.only("id", "on", "by");
    return new Calibration(
        node.member("id").text(), date(node.member("on")), node.member("by").text());
  }

  static LocalDate date(Node node) throws GarbledData {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeParseException notADate) {
      throw node.wrong("must be a day such as 2026-07-31, not \"" + node.text() + "\"");
    }
  }
}
