// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What modems write, as 3GPP TS 27.005 and 27.007 have it. */
class ModemTextTest {

  private static List<String> lines(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new ModemLines().take(bytes, bytes.length);
  }

  @Test
  void linesEndByCarriageReturnOrLineFeedAndAPromptEndsByItself() {
    assertThat(lines("AT\r\r\nOK\r\n\r\n+CMTI: \"SM\",3\r\n"))
        .containsExactly("AT", "OK", "+CMTI: \"SM\",3");
    assertThat(lines("AT+CMGS=\"+84\"\r\r\n> ")).endsWith(ModemLines.PROMPT);
    assertThat(lines("a > b\r")).containsExactly("a > b");
  }

  @Test
  void bytesInAnyPiecesMakeTheSameLines() {
    byte[] all = "\r\n+CSQ: 17,99\r\n\r\nOK\r\n> ".getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      ModemLines lines = new ModemLines();
      List<String> heard = new ArrayList<>();
      int from = 0;
      while (from < all.length) {
        int count = 1 + random.nextInt(Math.min(5, all.length - from));
        byte[] piece = new byte[8];
        System.arraycopy(all, from, piece, 0, count);
        heard.addAll(lines.take(piece, count));
        from += count;
      }
      assertThat(heard).containsExactly("+CSQ: 17,99", "OK", "> ");
    }
  }

  @Test
  void anyBytesLeaveAtMostOneLineBehindAndTheNextGoodLineIsHeard() {
    Random random = new Random(5);
    ModemLines lines = new ModemLines();
    byte[] noise = new byte[997];
    for (int i = 0; i < 2_000; i++) {
      random.nextBytes(noise);
      for (String line : lines.take(noise, random.nextInt(noise.length))) {
        assertThat(line.length()).isBetween(1, ModemLines.LONGEST);
        assertThat(ModemAnswer.of(line)).isNotNull();
      }
    }
    byte[] good = "\r\nOK\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(lines.take(good, good.length)).endsWith("OK");
  }

  @Test
  void aLineThatNeverEndsIsDroppedWhole() {
    ModemLines lines = new ModemLines();
    byte[] endless = "x".repeat(5_000).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(lines.take(endless, endless.length)).isEmpty();
    assertThat(lines.take("\rOK\r".getBytes(StandardCharsets.ISO_8859_1), 4)).containsExactly("OK");
    assertThat(lines.dropped()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, ERROR, does not know",
    "+CMS ERROR: 38, CMS ERROR 38, network",
    "+CMS ERROR: 331, CMS ERROR 331, antenna",
    "+CME ERROR: 10, CME ERROR 10, SIM",
    "+CME ERROR: SIM not inserted, CME ERROR SIM not inserted, SIM",
    "+CME ERROR: 16, CME ERROR 16, not tried again",
    "+CMS ERROR: 9999, CMS ERROR 9999, 27.005",
  })
  void errorsSayWhatToDo(String line, String code, String remedy) {
    assertThat(ModemAnswer.of(line))
        .hasValueSatisfying(
            answer -> {
              assertThat(answer).isInstanceOf(ModemAnswer.Failed.class);
              assertThat(((ModemAnswer.Failed) answer).code()).isEqualTo(code);
              assertThat(((ModemAnswer.Failed) answer).remedy()).contains(remedy);
            });
  }

  @Test
  void whatIsNoEndIsNone() {
    assertThat(ModemAnswer.of("OK")).contains(new ModemAnswer.Done());
    assertThat(ModemAnswer.of("> ")).contains(new ModemAnswer.Prompt());
    assertThat(ModemAnswer.of("+CSQ: 17,99")).isEmpty();
    assertThat(ModemAnswer.of("OKAY")).isEmpty();
  }

  @Test
  void messagesAreListedWithTheirTextOverLines() {
    List<TextMessage> messages =
        MessageList.of(
            List.of(
                "stray",
                "+CMGL: 3,\"REC UNREAD\",\"+84901234567\",,\"26/11/22,09:15:00+28\"",
                "Lantern Config",
                "Mode: Standby",
                "+CMGL: 12,\"REC READ\",\"VIETTEL\",,\"26/11/22,09:16:00+28\"",
                "+CMGL: 14,\"REC READ\",\"+849\",\"a name\",\"26/11/22,09:17:00+28\",145,4",
                "0110006F00690020"));

    assertThat(messages)
        .containsExactly(
            new TextMessage(
                3, "+84901234567", "26/11/22,09:15:00+28", "Lantern Config\nMode: Standby"),
            new TextMessage(12, "VIETTEL", "26/11/22,09:16:00+28", ""),
            new TextMessage(14, "+849", "26/11/22,09:17:00+28", "Đoi "));
  }

  @Test
  void whateverIsListedIsReadOrPassedOver() {
    Random random = new Random(8);
    String good = "+CMGL: 3,\"REC UNREAD\",\"+84901234567\",,\"26/11/22,09:15:00+28\"";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder(good);
      for (int k = 0; k < random.nextInt(5); k++) {
        line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(256));
      }
      for (TextMessage message : MessageList.of(List.of(line.toString(), "text"))) {
        assertThat(message.index()).isBetween(0, 99_999);
        assertThat(NetworkStamp.read(message.stamp())).isNotNull();
      }
    }
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(good);
    }
    assertThat(MessageList.of(many)).hasSizeLessThan(1_000);
  }

  @Test
  void onlyWhatEveryModemSendsAlikeIsSent() {
    assertThat(GsmText.canBeSent("get fc")).isTrue();
    assertThat(GsmText.canBeSent("đèn")).isFalse();
    assertThat(GsmText.canBeSent("a".repeat(161))).isFalse();
    assertThat(GsmText.canBeSent(" ")).isFalse();
    assertThat(GsmText.canBeSent("x" + (char) 26)).as("would end the text").isFalse();
    assertThat(GsmText.read("12345678")).as("digits are digits").isEqualTo("12345678");
  }

  @Test
  void theNetworksTimeHasItsZoneInQuartersOfAnHour() {
    assertThat(NetworkStamp.read("26/11/22,09:15:00+28"))
        .contains(Instant.parse("2026-11-22T02:15:00Z"));
    assertThat(NetworkStamp.read("26/11/22,09:15:00-02"))
        .contains(Instant.parse("2026-11-22T09:45:00Z"));
    assertThat(NetworkStamp.read("26/11/22,09:15:00")).isPresent();
    assertThat(NetworkStamp.read("26/13/22,09:15:00+28")).isEmpty();
    assertThat(NetworkStamp.read("26/11/22,09:15:00+99")).isEmpty();
    assertThat(NetworkStamp.read("")).isEmpty();
  }
}
