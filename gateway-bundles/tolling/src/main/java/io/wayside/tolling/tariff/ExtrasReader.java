// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a plan may have or not: caps, passes, discounts. */
final class ExtrasReader {

  private final Node document;
  private final Set<String> classes;
  private final Set<String> rates;

  ExtrasReader(Node document, Set<String> classes, Set<String> rates) {
    this.document = document;
    this.classes = classes;
    this.rates = rates;
  }

  List<Cap> caps() throws GarbledData {
    List<Cap> caps = new ArrayList<>();
    for (Node node : elements("caps")) {
      node.only(
          "id",
          "name",
          "classes",
          "per",
          "rates",
          "days",
          "amount",
          "source",
          "certainty",
          "notes");
      Evidence.from(node);
      Optional<Node> only = node.optional("rates");
      caps.add(
          new Cap(
              node.member("id").text(),
              Wording.from(node.member("name")),
              Texts.names(node.member("classes"), "class", classes),
              node.member("per").word(Cap.Per.class),
              only.isPresent() ? Texts.names(only.get(), "rate", rates) : rates,
              days(node),
              node.member("amount").whole(0, PlanReader.MOST_MINOR)));
    }
    return caps;
  }

  Map<String, PassRule> passes() throws GarbledData {
    Map<String, PassRule> passes = new LinkedHashMap<>();
    for (Node node : elements("passes")) {
      node.only("id", "name", "classes", "days", "from", "to", "source", "certainty", "notes");
      Evidence.from(node);
      String id = node.member("id").text();
      PassRule rule =
          new PassRule(
              id,
              Wording.from(node.member("name")),
              Texts.names(node.member("classes"), "class", classes),
              days(node),
              Texts.time(node.member("from")),
              Texts.time(node.member("to")));
      if (passes.put(id, rule) != null) {
        throw node.member("id").wrong("is given twice: \"" + id + "\"");
      }
    }
    return passes;
  }

  Map<String, Discount> discounts() throws GarbledData {
    Map<String, Discount> discounts = new LinkedHashMap<>();
    for (Node node : elements("discounts")) {
      node.only(
          "code",
          "name",
          "classes",
          "kind",
          "value",
          "mostAmount",
          "to",
          "source",
          "certainty",
          "notes");
      Evidence.from(node);
      String code = node.member("code").text();
      Discount.Kind kind = node.member("kind").word(Discount.Kind.class);
      int most = kind == Discount.Kind.PERCENT ? 100 : PlanReader.MOST_MINOR;
      Optional<Node> to = node.optional("to");
      Optional<LocalDate> last =
          to.isEmpty() ? Optional.empty() : Optional.of(Texts.date(to.get()));
      Discount read =
          new Discount(
              code,
              Wording.from(node.member("name")),
              Texts.names(node.member("classes"), "class", classes),
              kind,
              node.member("value").whole(1, most),
              node.optional("mostAmount").isEmpty()
                  ? Long.MAX_VALUE
                  : node.member("mostAmount").whole(1, PlanReader.MOST_MINOR),
              last);
      if (discounts.put(code, read) != null) {
        throw node.member("code").wrong("is given twice: \"" + code + "\"");
      }
    }
    return discounts;
  }

  private List<Node> elements(String name) throws GarbledData {
    Optional<Node> list = document.optional(name);
    return list.isEmpty() ? List.of() : list.get().elements();
  }

  private static Set<DayKind> days(Node node) throws GarbledData {
    Optional<Node> days = node.optional("days");
    return days.isEmpty() ? EnumSet.allOf(DayKind.class) : Texts.words(days.get(), DayKind.class);
  }
}
