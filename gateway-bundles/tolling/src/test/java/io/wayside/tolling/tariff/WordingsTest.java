// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording.Language;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every step of an explanation can be said in both languages. */
class WordingsTest {

  private static Wordings shipped() throws Exception {
    try (InputStream in = Wordings.class.getResourceAsStream(Wordings.RESOURCE)) {
      return Wordings.from(
          Node.read("wordings", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static List<Amount> amountsOfAllKinds() {
    Tariff tariff = Plans.shipped();
    Moment entry = Plans.at("2026-03-02T08:00+07:00");
    Moment exit = Plans.at("2026-03-03T21:30+07:00");
    Moment doubtful = new Moment(exit.at(), Duration.ofMinutes(45));
    List<HeldPass> pass =
        List.of(new HeldPass("office", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3)));
    Payment paid = new Payment(exit.at().minusSeconds(60), 1_000_000);
    return List.of(
        tariff.amount(
            new Stay(
                Optional.of(entry),
                doubtful,
                "car",
                true,
                pass,
                List.of("SHOP60", "HALF", "X"),
                List.of())),
        tariff.amount(
            new Stay(
                Optional.of(entry),
                exit,
                "car",
                false,
                List.of(),
                List.of("MINUS20", "HALF"),
                List.of(paid))),
        tariff.amount(
            new Stay(
                Optional.of(entry),
                Moment.sure(entry.at().plusSeconds(18_000)),
                "car",
                false,
                List.of(),
                List.of("HALF"),
                List.of())),
        tariff.amount(Stay.of(entry, Moment.sure(entry.at().plusSeconds(60)), "car")),
        tariff.amount(
            Stay.of(entry, Moment.sure(entry.at().plusSeconds(80L * 86_400)), "motorbike")),
        tariff.amount(
            new Stay(Optional.empty(), exit, "car", false, List.of(), List.of(), List.of())));
  }

  @Test
  void everyItemHasItsSentenceWithAllFigures() throws Exception {
    Wordings wordings = shipped();
    Plan plan = Plans.shipped().plan();
    Set<String> codes = new TreeSet<>();
    for (Amount amount : amountsOfAllKinds()) {
      for (Item item : amount.items()) {
        for (Language language : Language.values()) {
          assertThat(wordings.say(item, plan, language))
              .isNotEqualTo(item.code())
              .doesNotContain("{", "?");
        }
        codes.add(item.code());
      }
    }
    assertThat(codes).hasSize(14);
  }

  @Test
  void amountsAndNamesAreThoseOfThePlan() throws Exception {
    Item cap =
        new Item("cap", -5, Value.Fields.with("cap", "car-24h").and("most", 250_000).build());
    Plan plan = Plans.shipped().plan();
    assertThat(shipped().say(cap, plan, Language.EN))
        .isEqualTo("Car, each 24 hours: at most 250000 VND");
    assertThat(shipped().say(cap, plan, Language.VI))
        .isEqualTo("Ô tô, mỗi 24 giờ: tối đa 250000 VND");
    assertThat(Money.text(450, 2, "EUR")).isEqualTo("4.50 EUR");
  }

  @Test
  void anItemWithoutSentenceIsItsCode() throws Exception {
    Item odd = new Item("odd", 0, Value.Fields.with("a", 1).build());
    assertThat(shipped().say(odd, Plans.shipped().plan(), Language.EN)).isEqualTo("odd");
  }
}
