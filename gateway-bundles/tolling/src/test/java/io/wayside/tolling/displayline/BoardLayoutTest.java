// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows and their turns, and the sentence that tells them. */
class BoardLayoutTest {

  private static final BoardLayout BOARD = new BoardLayout(8, 2, Letters.VIETNAMESE);

  @Test
  void wordsThatDoNotFitGoToTheNextRow() {
    assertThat(BOARD.of("một hai ba")).containsExactly("một hai", "ba");
    assertThat(BOARD.of("một\nhai ba bốn năm")).containsExactly("một", "hai ba");
    assertThat(BOARD.of("đườngbộcaotốc")).containsExactly("đườngbộc");
    assertThat(BOARD.of("")).containsExactly("");
  }

  @Test
  void lettersThatABoardDoesNotHaveLoseTheirMarks() {
    BoardLayout plain = new BoardLayout(20, 1, Letters.ASCII);
    assertThat(plain.of("ĐƯỜNG không đủ ủy")).containsExactly("DUONG khong du uy");
    assertThat(plain.of("10 €")).containsExactly("10 ?");
    // Letters put together of two are one letter, and not two columns.
    assertThat(BOARD.of("o\u0302o\u0302o\u0302o\u0302o\u0302o\u0302o\u0302o\u0302"))
        .containsExactly("ôôôôôôôô");
  }

  @Test
  void whateverIsSaidFits() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int letters = random.nextInt(40); letters > 0; letters--) {
        text.appendCodePoint("ab đủ\n1|*😀".codePointAt(random.nextInt(9)));
      }
      BoardLayout board =
          new BoardLayout(
              4 + random.nextInt(10),
              1 + random.nextInt(3),
              random.nextBoolean() ? Letters.ASCII : Letters.VIETNAMESE);
      List<String> rows = board.of(text.toString());
      assertThat(rows).hasSizeBetween(1, board.rows());
      assertThat(rows)
          .allSatisfy(
              row ->
                  assertThat(row.codePointCount(0, row.length()))
                      .isLessThanOrEqualTo(board.columns()));
    }
  }

  /** Check sums worked out apart from this code. */
  @Test
  void aSentenceIsAsTheFormSays() {
    assertThat(
            new String(BoardSentence.show(List.of("PASS", "15000 VND"), 5), StandardCharsets.UTF_8))
        .isEqualTo("$SHOW,5,PASS|15000 VND*13\r\n");
    assertThat(new String(BoardSentence.show(List.of("MỜI QUA"), 5), StandardCharsets.UTF_8))
        .isEqualTo("$SHOW,5,MỜI QUA*91\r\n");
    assertThat(new String(BoardSentence.show(List.of(), 5), StandardCharsets.UTF_8))
        .isEqualTo("$SHOW,5,*36\r\n");
    assertThat(new String(BoardSentence.show(List.of("a*b|c$\r\n"), 5), StandardCharsets.UTF_8))
        .startsWith("$SHOW,5,a b c   *");
  }

  @Test
  void textsTakeTurnsUntilTheirLeaseIsOver() {
    BoardTurns turns = new BoardTurns(BOARD, Duration.ofNanos(100));
    assertThat(turns.rows(0)).isEmpty();
    turns.show(List.of("một", "one"), Duration.ofNanos(250), 1_000);
    assertThat(turns.rows(1_000)).containsExactly("một");
    assertThat(turns.rows(1_100)).containsExactly("one");
    turns.show(List.of("một", "one"), Duration.ofNanos(250), 1_150);
    assertThat(turns.rows(1_200)).as("the same again keeps its turn").containsExactly("một");
    assertThat(turns.rows(1_399)).containsExactly("one");
    assertThat(turns.rows(1_400)).as("not told again").isEmpty();
    turns.show(List.of("hai", "two"), Duration.ofNanos(250), 1_450);
    assertThat(turns.rows(1_450)).containsExactly("hai");
    turns.show(List.of(), Duration.ZERO, 1_460);
    assertThat(turns.rows(1_460)).isEmpty();
  }
}
