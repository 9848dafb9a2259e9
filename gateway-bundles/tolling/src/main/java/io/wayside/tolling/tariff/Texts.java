// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Small texts of plans and calendars: days, times, zones, sets of words. */
final class Texts {

  private Texts() {}

  static LocalDate date(Node node) throws GarbledData {
    String text = node.text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notDate) {
      throw node.wrong("must be a day such as 2026-09-02, not \"" + text + "\"");
    }
  }

  /** Hours and minutes; {@code 24:00} is not one, a day ends where the next begins. */
  static LocalTime time(Node node) throws GarbledData {
    String text = node.text();
    try {
      if (text.length() == 5) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException notTime) {
      throw node.wrong("must be a time from 00:00 to 23:59, not \"" + text + "\"");
    }
    throw node.wrong("must be a time from 00:00 to 23:59, not \"" + text + "\"");
  }

  static ZoneId zone(Node node) throws GarbledData {
    String text = node.text();
    try {
      return ZoneId.of(text);
    } catch (DateTimeException notZone) {
      throw node.wrong("must be a zone such as Asia/Ho_Chi_Minh, not \"" + text + "\"");
    }
  }

  /** A list of words of a closed set, at least one, none twice. */
  static <E extends Enum<E>> Set<E> words(Node list, Class<E> words) throws GarbledData {
    Set<E> all = new LinkedHashSet<>();
    for (Node element : list.elements()) {
      if (!all.add(element.word(words))) {
        throw element.wrong("is given twice");
      }
    }
    return all;
  }

  /** A list of names that were declared before, none twice. */
  static Set<String> names(Node list, String what, Set<String> declared) throws GarbledData {
    Set<String> all = new LinkedHashSet<>();
    for (Node element : list.elements()) {
      if (!all.add(known(element, what, declared))) {
        throw element.wrong("is given twice");
      }
    }
    return all;
  }

  static String known(Node node, String what, Set<String> declared) throws GarbledData {
    if (!declared.contains(node.text())) {
      throw unknown(node, what, declared);
    }
    return node.text();
  }

  static GarbledData unknown(Node node, String what, Set<String> declared) {
    return node.wrong(
        "names no "
            + what
            + " of this plan: "
            + Json.write(node.value())
            + "; it has "
            + String.join(", ", declared));
  }
}
