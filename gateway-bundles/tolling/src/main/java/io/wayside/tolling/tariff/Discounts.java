// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Codes: which of those given hold, and what they take off. */
final class Discounts {

  private Discounts() {}

  /** How much earlier the stay is taken to have ended. */
  static long minutesOff(Plan plan, Stay stay, SiteTime site, List<Item> items) {
    long minutes = 0;
    for (Discount discount : holding(plan, stay, site)) {
      if (discount.kind() == Discount.Kind.MINUTES) {
        minutes += discount.value();
        items.add(item("discount-minutes", 0, discount));
      }
    }
    return minutes * 60_000;
  }

  /** What percentages and amounts add to a sum: nothing or less, never beyond the sum itself. */
  static long apply(Plan plan, Stay stay, SiteTime site, long minor, List<Item> items) {
    List<Discount> holding = holding(plan, stay, site);
    long left = minor;
    for (Discount discount : holding) {
      long off =
          switch (discount.kind()) {
            case MINUTES -> 0;
            // What is left to pay is rounded down to a whole unit, for the customer.
            case PERCENT ->
                Math.min(discount.mostMinor(), left - left * (100 - discount.value()) / 100);
            case AMOUNT -> Math.min(left, discount.value());
          };
      if (discount.kind() != Discount.Kind.MINUTES) {
        left -= off;
        items.add(
            item(
                discount.kind() == Discount.Kind.PERCENT ? "discount-percent" : "discount-amount",
                -off,
                discount));
      }
    }
    for (String code : refused(stay, holding)) {
      items.add(new Item("discount-refused", 0, Value.Fields.with("code", code).build()));
    }
    return left - minor;
  }

  /** Those that hold: each code once, no more than the plan allows, minutes first. */
  private static List<Discount> holding(Plan plan, Stay stay, SiteTime site) {
    List<Discount> found = new ArrayList<>();
    for (String code : new LinkedHashSet<>(stay.discountCodes())) {
      Discount discount = plan.discounts().get(code);
      if (discount != null
          && found.size() < plan.discountsAtMost()
          && discount.classes().contains(stay.vehicleClass())
          && discount
              .to()
              .map(to -> !site.dateOf(stay.exit().at().toEpochMilli()).isAfter(to))
              .orElse(true)) {
        found.add(discount);
      }
    }
    found.sort(Comparator.comparing(Discount::kind)); // stable: else as they were given
    return found;
  }

  private static List<String> refused(Stay stay, List<Discount> holding) {
    return new LinkedHashSet<>(stay.discountCodes())
        .stream().filter(code -> holding.stream().noneMatch(d -> d.code().equals(code))).toList();
  }

  private static Item item(String code, long minor, Discount discount) {
    return new Item(
        code,
        minor,
        Value.Fields.with("code", discount.code()).and("value", discount.value()).build());
  }
}
