// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables as people and spreadsheets write them. */
class CsvTest {

  private static final Csv CSV = new Csv("t.csv", List.of("a", "b"), List.of("c"));

  @Test
  void columnsMayStandInAnyOrder() throws Wrong {
    List<Csv.Row> rows = CSV.read("b,c,a\n2,x,1\n");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).number("a")).isEqualTo(1);
    assertThat(rows.get(0).number("b")).isEqualTo(2);
    assertThat(rows.get(0).text("c")).isEqualTo("x");
  }

  @Test
  void aColumnThatIsNotThereIsEmpty() throws Wrong {
    assertThat(CSV.read("a,b\n1,2\n").get(0).text("c")).isEmpty();
  }

  @Test
  void remarksEmptyLinesQuotesBlanksAndForeignLineEndsAreNoMatter() throws Wrong {
    List<Csv.Row> rows = CSV.read("# pairs\r\n\r\n\"a\" , b\r\n \"1\" ,2\r\n\r\n3,4");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).number("a")).isEqualTo(1);
    assertThat(rows.get(1).number("b")).isEqualTo(4);
  }

  @Test
  void theLineOfAnErrorIsThatOfTheFile() {
    assertThatThrownBy(() -> CSV.read("# remark\n\na,b\n1,2\n\n1,2,3\n"))
        .isInstanceOf(Wrong.class)
        .hasMessage("t.csv: line 6: has 3 cells for 2 columns");
  }

  @Test
  void anEmptyFileLacksItsHeading() {
    assertThatThrownBy(() -> CSV.read("")).hasMessage("t.csv: the heading a,b is missing");
  }

  @Test
  void numbersMustBeFiniteAndWhereWantedAboveZero() throws Wrong {
    Csv.Row row = CSV.read("a,b\nInfinity,-1\n").get(0);
    assertThatThrownBy(() -> row.number("a")).hasMessageContaining("line 2: a \"Infinity\"");
    assertThatThrownBy(() -> row.aboveZero("b")).hasMessageContaining("above zero, not -1");
    assertThatThrownBy(() -> row.number("c")).hasMessageContaining("c \"\" is not a number");
  }

  @Test
  void whateverIsReadIsATableOrRefused() {
    Random random = new Random(11);
    String letters = "ab,c\n\r\"#1.-é ";
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "a,b\n" : "");
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        for (Csv.Row row : CSV.read(text.toString())) {
          assertThat(row.text("a")).isNotNull();
          row.number("a");
        }
      } catch (Wrong wrong) {
        assertThat(wrong).hasMessageStartingWith("t.csv: ");
      }
    }
  }
}
