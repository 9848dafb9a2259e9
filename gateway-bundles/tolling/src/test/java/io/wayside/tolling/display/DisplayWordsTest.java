// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording.Language;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.Notices;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What drivers read, from the words that are shipped and from others. */
class DisplayWordsTest {

  private static final Path SHIPPED = Path.of("../../config/tolling/display-words.json");
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Optional<String> AMOUNT = Optional.of("15000 VND");

  private static DisplayWords shipped() throws Exception {
    return DisplayWords.from(Node.read(SHIPPED.toString(), Files.readString(SHIPPED)));
  }

  @Test
  void everyNoticeOfALaneHasWordsThatFitTwoRowsOfSixteen() throws Exception {
    DisplayWords words = shipped();
    int notices = 0;
    for (Field field : Notices.class.getFields()) {
      assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
      String code = (String) field.get(null);
      assertThat(words.knows(code)).as(code).isTrue();
      for (Language language : Language.values()) {
        for (Optional<String> amount : List.of(AMOUNT, Optional.<String>empty())) {
          String said = words.say(code, amount, language);
          assertThat(said.split("\n")).as(said).hasSizeBetween(1, 2);
          assertThat(said.split("\n"))
              .allSatisfy(row -> assertThat(row).hasSizeBetween(1, 16).doesNotContain("{"));
        }
      }
      notices++;
    }
    assertThat(notices).isGreaterThan(10);
  }

  @Test
  void anAmountStandsWhereOneIsKnown() throws Exception {
    assertThat(shipped().say("pass", AMOUNT, Language.VI)).isEqualTo("MỜI QUA\n15000 VND");
    assertThat(shipped().say("pass", Optional.empty(), Language.EN)).isEqualTo("PASS");
  }

  /** What is wrong with a tag is its owner's affair, and is not shown to those behind him. */
  @Test
  void aCodeWithoutWordsOfItsOwnAsksToWait() throws Exception {
    for (String code : List.of("stolen", "blocked", "account-closed-by-office")) {
      assertThat(shipped().say(code, Optional.empty(), Language.EN)).isEqualTo("WAIT FOR STAFF");
    }
  }

  @Test
  void aBoardShowsEachLanguageAndTheAmountInTheCurrencysUnits() throws Exception {
    List<List<String>> shown = new ArrayList<>();
    DriverDisplay display =
        new DriverDisplay() {
          @Override
          public void show(List<String> texts, Duration lease) {
            shown.add(texts);
          }

          @Override
          public String deviceId() {
            return "display-1";
          }
        };
    DriverBoard board = new DriverBoard(display, shipped(), List.of(Language.VI, Language.EN), 2);
    board.show("pass", Optional.of(new Fare(450, "EUR", "t/1", List.of())), LEASE);
    board.renew(LEASE);
    board.letGo();
    board.renew(LEASE);
    List<String> pass = List.of("MỜI QUA\n4.50 EUR", "PASS\n4.50 EUR");
    assertThat(shown).containsExactly(pass, pass, List.of(), List.of());
  }

  @Test
  void aDocumentThatLacksALanguageIsRefusedByItsPlace() {
    assertThatThrownBy(
            () ->
                DisplayWords.from(
                    Node.read(
                        "words.json",
                        "{\"texts\": {\"pass\": {\"vi\": \"QUA\"}}, \"otherwise\": {\"vi\": \"a\","
                            + " \"en\": \"b\"}}")))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("words.json")
        .hasMessageContaining("en");
  }
}
