// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import java.util.function.Function;

/** An amount as it stands in records and on the standard output. Money in the smallest unit. */
public final class AmountBody {

  private AmountBody() {}

  public static Value.Fields of(Amount amount) {
    return of(amount, item -> item(item).build());
  }

  /** The same, with more said about each item. */
  public static Value.Fields of(Amount amount, Function<Item, Value> items) {
    return Value.Fields.with("plan", amount.plan())
        .and("version", amount.version())
        .and("calendar", amount.calendar())
        .and("currency", amount.currency())
        .and("minorDigits", amount.minorDigits())
        .and("totalMinor", amount.totalMinor())
        .and("paidMinor", amount.paidMinor())
        .and("openMinor", amount.openMinor())
        .and(
            "paidUntil",
            amount.paidUntil().<Value>map(at -> new Value.Text(at.toString())).orElse(Value.ABSENT))
        .and("because", amount.items().stream().map(items).toList())
        .and("flags", amount.flags().toValue())
        .build();
  }

  /** One item, to be added to. */
  public static FieldsBuilder item(Item item) {
    return Value.Fields.with("code", item.code())
        .and("minor", item.minor())
        .and("figures", item.figures());
  }
}
