// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedIndexTest {

  private static final String DELTA =
      "{\"issuer\":\"alpha\",\"list\":\"accounts\",\"version\":12,\"base\":11,"
          + "\"files\":[{\"name\":\"a.1\",\"bytes\":300},{\"name\":\"a.2\",\"bytes\":20}]}";

  private static String index(String... lists) {
    return "{\"form\":\"wayside-feed/1\",\"lists\":[" + String.join(",", lists) + "]}";
  }

  @Test
  void eachListIsReadWithItsParts() throws Exception {
    FeedIndex index = FeedIndex.read("there", index(DELTA));
    assertThat(index.offers())
        .containsExactly(
            new Offer(
                "alpha",
                ListType.ACCOUNTS,
                12,
                OptionalLong.of(11),
                List.of(new FeedFile("a.1", 300), new FeedFile("a.2", 20))));
    assertThat(index.offers().get(0).bytes()).isEqualTo(320);
    assertThat(index.offers().get(0)).hasToString("alpha accounts 12 (delta)");
  }

  @Test
  void aListOfAKindThatIsNotKnownHereIsPassedOver() throws Exception {
    assertThat(FeedIndex.read("there", index(DELTA.replace("accounts", "wallets"), DELTA)).offers())
        .hasSize(1);
    assertThat(FeedIndex.read("there", index()).offers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed/1                | feed/2              | form",
        "\"version\":12        | \"version\":0       | version",
        "\"base\":11           | \"base\":12         | base",
        "\"name\":\"a.1\"      | \"name\":\"../a\"   | name",
        "\"name\":\"a.1\"      | \"name\":\".tag.a\" | name",
        "\"name\":\"a.1\"      | \"name\":\"a/b\"    | name",
        "\"name\":\"a.1\"      | \"name\":\"a.2\"    | named twice",
        "\"bytes\":300         | \"bytes\":-1        | bytes",
        "\"bytes\":300         | \"bytes\":1.5       | bytes",
        "\"issuer\":\"alpha\"  | \"issuer\":\"A b\"  | issuer",
        "\"files\":            | \"file\":           | files",
      })
  void whatCannotBeMeantIsNamedWithItsPlace(String right, String wrong, String word) {
    String text = index(DELTA);
    assertThat(text).contains(right);
    assertThatThrownBy(
            () -> FeedIndex.read("https://office/index.json", text.replace(right, wrong)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("https://office/index.json")
        .hasMessageContaining(word);
  }

  @Test
  void halfAnIndexIsNone() {
    String text = index(DELTA);
    for (int length = 0; length < text.length(); length += 7) {
      String half = text.substring(0, length);
      assertThatThrownBy(() -> FeedIndex.read("there", half)).isInstanceOf(GarbledData.class);
    }
  }
}
