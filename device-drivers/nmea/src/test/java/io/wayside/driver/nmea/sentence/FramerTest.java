// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramerTest {

  private static final String AIS = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";
  private static final String AIS_TEXT = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0";
  private static final String DEPTH = "$SDDPT,5.3,0.4,*79";

  private final Framer framer = new Framer();
  private final List<Sentence> found = new ArrayList<>();

  private List<String> feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    framer.feed(bytes, 0, bytes.length, 7, found::add);
    return texts();
  }

  private List<String> texts() {
    return found.stream().map(Sentence::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\n\r\n", ""})
  void anyLineEndWillDo(String end) {
    assertThat(feed(AIS + end + DEPTH + end)).containsExactly(AIS_TEXT, "$SDDPT,5.3,0.4,");
    framer.finish();
    assertThat(framer.faults().total()).isZero();
  }

  @Test
  void aSentenceIsFoundWithItsLastDigitAndStamped() {
    feed(AIS.substring(0, AIS.length() - 1));
    assertThat(found).isEmpty();
    feed("A");
    assertThat(found).containsExactly(new Sentence(7, AIS_TEXT, ""));
  }

  @Test
  void smallDigitsOfTheCheckSumAreAsGood() {
    assertThat(feed("$SDDPT,5.3,0.4,*79\n" + AIS.replace("*4A", "*4a"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0', NO_CHECK_SUM",
    "'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*', NO_CHECK_SUM",
    "'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4', NO_CHECK_SUM",
    "'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4G', NO_CHECK_SUM",
    "'!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B', WRONG_CHECK_SUM",
    "'!AIVDM,1,1,,B,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A', WRONG_CHECK_SUM",
    "'hello', NO_SENTENCE",
    "'\\s:station*00', TAG_BLOCK",
    "'\\s:station', TAG_BLOCK"
  })
  void whatIsDroppedIsCountedOnceForItsReason(String line, Fault fault) {
    assertThat(feed(line + "\r\n" + AIS)).containsExactly(AIS_TEXT);
    assertThat(framer.faults().all()).containsExactly(Map.entry(fault, 1L));
  }

  @Test
  void whatStandsBeforeAndBehindOnTheLineDoesNotMatter() {
    assertThat(feed("2026-11-22 09:00:00\t" + AIS + ",rnhjoel,1073137000\r\n# " + DEPTH + "\n"))
        .containsExactly(AIS_TEXT, "$SDDPT,5.3,0.4,");
    assertThat(framer.faults().total()).isZero();
  }

  @Test
  void emptyLinesAreNoFault() {
    feed("\r\n\r\n\n");
    assertThat(framer.faults().total()).isZero();
  }

  @Test
  void aSentenceThatLostItsEndDoesNotTakeTheNextOneAlong() {
    assertThat(feed("!AIVDM,1,1,,A,15RTgt0P" + AIS)).containsExactly(AIS_TEXT);
    assertThat(feed("$SDDPT,5.3\\s:x*3A\\" + AIS)).containsExactly(AIS_TEXT, AIS_TEXT);
  }

  @Test
  void anUnprintableCharacterEndsASentence() {
    assertThat(feed("!AIVDM,1,1,\u0000" + AIS)).containsExactly(AIS_TEXT);
    assertThat(feed("!AIVDM,1,1,\u00e9" + AIS)).hasSize(2);
    assertThat(feed("!AIVDM,1,1,\u007f" + AIS)).hasSize(3);
    assertThat(framer.faults().of(Fault.UNPRINTABLE)).isEqualTo(3);
  }

  @Test
  void aTagBlockIsToldWithoutItsDelimitersAndCheckSum() {
    feed("\\s:rORBCOMM104,q:u,c:1418172113,T:2014-12-10 00.41.53*55\\" + AIS + "\r\n");
    assertThat(found)
        .containsExactly(
            new Sentence(7, AIS_TEXT, "s:rORBCOMM104,q:u,c:1418172113,T:2014-12-10 00.41.53"));
  }

  @Test
  void aWrongTagBlockIsCountedAndTheSentenceCountsWithoutIt() {
    feed("\\s:rORBCOMM104,q:u,c:1418172113,T:2014-12-10 00.41.53*56\\" + AIS + "\r\n");
    assertThat(found).containsExactly(new Sentence(7, AIS_TEXT, ""));
    assertThat(framer.faults().all()).containsExactly(Map.entry(Fault.TAG_BLOCK, 1L));
  }

  @Test
  void aTagBlockBelongsToTheSentenceRightBehindItOnly() {
    feed("\\s:x*51\\ " + AIS + "\r\n" + DEPTH);
    assertThat(found).allSatisfy(sentence -> assertThat(sentence.tagBlock()).isEmpty());
    assertThat(found).hasSize(2);
  }

  @Test
  void whatIsTooLongIsDroppedAndTheNextOneFound() {
    assertThat(feed("!AIVDM," + "0".repeat(5_000) + AIS + "\r\n")).containsExactly(AIS_TEXT);
    assertThat(framer.faults().of(Fault.TOO_LONG)).isEqualTo(1);
  }

  @Test
  void aGoodOneAcrossTheLongestLengthIsFound() {
    for (int before = Framer.LONGEST - AIS.length() - 3; before < Framer.LONGEST; before++) {
      Framer fresh = new Framer();
      List<String> texts = new ArrayList<>();
      byte[] bytes = ("$" + "x".repeat(before) + AIS).getBytes(StandardCharsets.ISO_8859_1);
      fresh.feed(bytes, 0, bytes.length, 0, sentence -> texts.add(sentence.text()));
      assertThat(texts).as("%d before", before).containsExactly(AIS_TEXT);
    }
  }

  @Test
  void theLongestSentenceStillIsOne() {
    String text = "$PXYZ," + "7".repeat(Framer.LONGEST - 9);
    String line = CheckSum.ended(text);
    assertThat(feed(line)).containsExactly(text);
    assertThat(feed(CheckSum.ended(text + "77"))).hasSize(1);
  }

  @Test
  void portionsDoNotMatter() {
    Random random = new Random(1);
    byte[] log =
        (AIS + "\r\nnoise\r\n" + DEPTH + "\n\\s:x*51\\" + AIS + "\r\n$GPRMC,broken\r\n" + DEPTH)
            .repeat(20)
            .getBytes(StandardCharsets.ISO_8859_1);
    framer.feed(log, 0, log.length, 7, found::add);
    Framer other = new Framer();
    List<Sentence> again = new ArrayList<>();
    for (int at = 0; at < log.length; ) {
      int to = Math.min(log.length, at + 1 + random.nextInt(40));
      other.feed(log, at, to, 7, again::add);
      at = to;
    }
    assertThat(again).isEqualTo(found).hasSize(80);
    assertThat(other.faults().all()).isEqualTo(framer.faults().all());
  }

  /** Whatever came before, a good sentence is found: nothing that was begun can swallow it. */
  @Test
  void afterAnyRubbishTheNextGoodSentenceIsFound() {
    Random random = new Random(20_261_122);
    String likely = "$!*\\,\r\nAIVDM0123456789ABCDEF";
    for (int round = 0; round < 30_000; round++) {
      int length = random.nextInt(round % 100 == 0 ? 3_000 : 60);
      byte[] rubbish = new byte[length];
      random.nextBytes(rubbish);
      for (int i = 0; i < length; i++) {
        if (random.nextInt(4) != 0) {
          rubbish[i] = (byte) likely.charAt(random.nextInt(likely.length()));
        }
      }
      found.clear();
      framer.feed(rubbish, 0, length, 0, sentence -> {});
      feed(AIS);
      assertThat(texts()).as("round %d", round).contains(AIS_TEXT);
    }
    assertThat(framer.faults().all().keySet())
        .contains(Fault.NO_SENTENCE, Fault.NO_CHECK_SUM, Fault.WRONG_CHECK_SUM, Fault.TAG_BLOCK);
  }
}
