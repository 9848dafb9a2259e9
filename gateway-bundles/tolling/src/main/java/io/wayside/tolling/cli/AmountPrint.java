// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.Value;
import io.wayside.core.data.Wording.Language;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.AmountBody;
import io.wayside.tolling.tariff.Item;
import io.wayside.tolling.tariff.Money;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Wordings;
import java.util.ArrayList;
import java.util.List;

/** An amount for people and for programs. */
final class AmountPrint {

  private final Plan plan;
  private final Wordings wordings;
  private final Language language;

  AmountPrint(Plan plan, Wordings wordings, Language language) {
    this.plan = plan;
    this.wordings = wordings;
    this.language = language;
  }

  List<String> lines(Amount amount) {
    boolean vi = language == Language.VI;
    List<String> lines = new ArrayList<>();
    for (Item item : amount.items()) {
      String figure = item.minor() == 0 ? "" : money(item.minor());
      lines.add("%14s  %s".formatted(figure, wordings.say(item, plan, language)));
    }
    lines.add("%14s  %s".formatted(money(amount.totalMinor()), vi ? "tổng cộng" : "total"));
    if (amount.paidMinor() > 0) {
      lines.add("%14s  %s".formatted(money(amount.paidMinor()), vi ? "đã trả" : "paid"));
      lines.add("%14s  %s".formatted(money(amount.openMinor()), vi ? "còn phải trả" : "open"));
    }
    if (!amount.flags().isEmpty()) {
      lines.add("%14s  %s".formatted("", (vi ? "lưu ý: " : "flags: ") + amount.flags()));
    }
    lines.add(
        "%14s  %s"
            .formatted(
                "",
                plan.title().in(language)
                    + (vi ? ", phiên bản " : ", version ")
                    + amount.version()
                    + (vi ? ", lịch " : ", calendar ")
                    + amount.calendar()));
    return lines;
  }

  Value.Fields json(Amount amount) {
    return AmountBody.of(
        amount,
        item -> AmountBody.item(item).and("text", wordings.say(item, plan, language)).build());
  }

  private String money(long minor) {
    return Money.text(minor, plan.minorDigits(), plan.currency());
  }
}
