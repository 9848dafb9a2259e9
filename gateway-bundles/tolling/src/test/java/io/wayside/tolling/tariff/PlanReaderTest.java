// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that is wrong is refused with file, line and path; none is half believed. */
class PlanReaderTest {

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"zone\": \"Asia/Ho_Chi_Minh\"  | \"zone\": \"Asia/Hanoi\"     | /zone must be a zone",
        "\"VND\"                         | \"dong\"                    | /currency must be three",
        "\"graceInMin\": 10              | \"graceInMin\": -1          | /graceInMin must be from 0",
        "\"graceInMin\": 10              | \"graceIn\": 10             | /graceIn is not known here",
        "\"validFrom\": \"2026-01-01\"   | \"validFrom\": \"2026\"     | /validFrom must be a day",
        "\"weekend\": [\"saturday\"      | \"weekend\": [\"sunday\"    | /weekend/1 is given twice",
        "\"how\": \"down\"               | \"how\": \"away\"           | /rounding/how must be one of",
        "\"id\": \"motorbike\"           | \"id\": \"car\"             | /classes/1/id is given twice",
        "\"rate\": \"car-night\"         | \"rate\": \"car-nite\"      | names no rate of this plan: \"car-nite\"",
        "\"from\": \"22:00\"             | \"from\": \"24:00\"         | /starts/1/from must be a time",
        "\"from\": \"18:00\"             | \"from\": \"05:00\"         | /starts/1/from must be after 06:00",
        "\"days\": [\"working\"], \"starts\" | \"days\": [\"weekend\"], \"starts\" | /schedules must have exactly one for class \"car\" on working days, not 0",
        "\"minutes\": 120, \"amount\": 35000 | \"amount\": 35000       | /rates/2/steps/0 needs \"minutes\"",
        "\"per\": \"period\"             | \"per\": \"week\"           | /caps/1/per must be one of",
        "\"rates\": [\"car-night\"]      | \"rates\": [\"night\"]      | /caps/1/rates/0 names no rate",
        "\"kind\": \"percent\", \"value\": 50 | \"kind\": \"percent\", \"value\": 101 | /discounts/1/value must be from 1 to 100",
        "\"version\": 1                  | \"version\": \"1\"          | /version must be a whole number"
      })
  void theErrorNamesFileLineAndPath(String right, String wrong, String expected) {
    String json = Plans.shippedText().replaceFirst(Pattern.quote(right), wrong);
    assertThat(json).isNotEqualTo(Plans.shippedText());
    assertThatThrownBy(() -> Plan.from(Node.read("prices.json", json)))
        .isInstanceOf(GarbledData.class)
        .hasMessageMatching("(?s)prices.json: line [0-9]+, column [0-9]+: .*")
        .hasMessageContaining(expected);
  }

  @Test
  void noDamageToADocumentEscapesAsAnythingButGarbledData() {
    String plan = Plans.shippedText();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(plan);
      for (int j = 0; j <= random.nextInt(3); j++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.setLength(Math.max(1, at));
          case 1 -> text.deleteCharAt(at);
          case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
          default -> text.insert(at, plan, at, Math.min(plan.length(), at + random.nextInt(60)));
        }
      }
      try {
        Plan.from(Node.read("plan.json", text.toString()));
      } catch (GarbledData expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_500, 2_999);
  }

  @Test
  void aStepThatComesSeveralTimesIsReadSo() {
    Tariff tariff =
        Plans.tariff(
            Plans.small(
                "Asia/Ho_Chi_Minh",
                0,
                "stay",
                "{\"minutes\":60,\"amount\":3,\"times\":2},{\"minutes\":60,\"amount\":1}"),
            DayCalendar.none());
    Moment entry = Plans.at("2026-03-02T08:00+07:00");
    for (int hours = 1; hours < 6; hours++) {
      Stay stay = Stay.of(entry, Moment.sure(entry.at().plusSeconds(hours * 3_600L)), "car");
      assertThat(tariff.amount(stay).totalMinor()).isEqualTo(hours == 1 ? 3 : 6 + hours - 2);
    }
  }
}
