// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.indicator.Indication.Range;
import io.wayside.rig.simulators.indicator.Scale.Zeroing;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private static final List<Range> RANGES = List.of(Range.values());

  private final StillScale scale = new StillScale();
  private Conversation conversation = new MtSicsConversation();

  private String ask(String bytes) {
    return joined(conversation.hear(bytes.getBytes(ISO_8859_1), scale));
  }

  private String repeated() {
    return joined(conversation.repeat(scale));
  }

  private static String joined(List<byte[]> frames) {
    return frames.stream().map(f -> new String(f, ISO_8859_1)).collect(Collectors.joining());
  }

  @Test
  void mtSicsWeighs() {
    scale.shown = Indication.of(10_000, 0);
    assertThat(ask("S\r\n")).isEqualTo("S S      10000 kg\r\n");
    assertThat(ask("SI\r\n")).isEqualTo("S S      10000 kg\r\n");
    scale.shown = Indication.of(-20, 0).inMotion(true);
    assertThat(ask("SI\r\n")).isEqualTo("S D        -20 kg\r\n");
    scale.shown = scale.shown.as(Range.UNDER);
    assertThat(ask("SI\r\n")).isEqualTo("S -\r\n");
    scale.shown = scale.shown.as(Range.OVER);
    assertThat(ask("SI\r\n")).isEqualTo("S +\r\n");
  }

  @Test
  void mtSicsWaitsForRestAndGivesUp() {
    scale.shown = scale.shown.inMotion(true);
    assertThat(ask("S\r\n")).isEmpty();
    scale.nanos += 2_900_000_000L;
    assertThat(ask("")).isEmpty();
    scale.nanos += 100_000_000L;
    assertThat(ask("")).isEqualTo("S I\r\n");
    assertThat(ask("Z\r\n")).isEmpty();
    scale.shown = scale.shown.inMotion(false);
    assertThat(ask("")).isEqualTo("Z A\r\n");
  }

  @Test
  void mtSicsRepeatsUntilAskedForOneWeightOrReset() {
    assertThat(ask("SIR\r\n")).startsWith("S S");
    assertThat(repeated()).isEqualTo("S S      12340 kg\r\n");
    ask("SI\r\n");
    assertThat(repeated()).isEmpty();
    ask("SIR\r\n");
    assertThat(ask("@\r\n")).isEqualTo("I4 A \"1234567890\"\r\n");
    assertThat(repeated()).isEmpty();
  }

  @Test
  void mtSicsSetsZeroAndTare() {
    assertThat(ask("T\r\n")).isEqualTo("T S      12340 kg\r\n");
    assertThat(ask("TA\r\n")).isEqualTo("TA A      12340 kg\r\n");
    assertThat(ask("TAC\r\n")).isEqualTo("TAC A\r\n");
    scale.tares = false;
    assertThat(ask("TI\r\n")).isEqualTo("TI I\r\n");
    scale.zeroing = Zeroing.TOO_HIGH;
    assertThat(ask("Z\r\n")).isEqualTo("Z +\r\n");
    scale.zeroing = Zeroing.TOO_LOW;
    assertThat(ask("ZI\r\n")).isEqualTo("ZI -\r\n");
    scale.zeroing = Zeroing.MOVING;
    assertThat(ask("ZI\r\n")).isEqualTo("ZI D\r\n");
  }

  @Test
  void mtSicsSaysWhatItIsAndWhatItDoesNotUnderstand() {
    assertThat(ask("I0\r\n").lines()).hasSize(16).last().isEqualTo("I0 A 1 \"TI\"");
    for (String information : List.of("I1", "I2", "I3", "I4", "I5")) {
      assertThat(ask(information + "\r\n")).startsWith(information + " A \"").endsWith("\"\r\n");
    }
    assertThat(ask("XYZ\r\n")).isEqualTo("ES\r\n");
    assertThat(ask("s\r\n")).isEqualTo("ES\r\n");
    assertThat(ask("S\u00D3\r\n")).isEqualTo("ET\r\n");
    assertThat(ask("D hello\r\n")).isEqualTo("EL\r\n");
    assertThat(ask("SI 5\r\n")).isEqualTo("SI L\r\n");
    assertThat(ask("S")).isEmpty();
    assertThat(ask("I\r\nSI\r\n")).isEqualTo("S S      12340 kg\r\n".repeat(2));
  }

  @Test
  void smaWeighs() {
    conversation = new SmaConversation();
    assertThat(ask("\nW\r")).isEqualTo("\n 1G       12340kg \r");
    assertThat(ask("\nH\r")).isEqualTo("\n 1g     12340.3kg \r");
    scale.shown = Indication.of(0, 0);
    assertThat(ask("\nW\r")).isEqualTo("\nZ1G           0kg \r");
    scale.shown = Indication.of(40_000, 0).as(Range.OVER);
    assertThat(ask("\nW\r")).isEqualTo("\nO1G       40000kg \r");
    scale.shown = Indication.of(-400, 0).as(Range.UNDER).inMotion(true);
    assertThat(ask("\nW\r")).isEqualTo("\nU1GM       -400kg \r");
  }

  @Test
  void smaWaitsForRestAndGivesUp() {
    conversation = new SmaConversation();
    scale.shown = scale.shown.inMotion(true);
    assertThat(ask("\nP\r")).isEmpty();
    scale.shown = scale.shown.inMotion(false);
    assertThat(ask("")).isEqualTo("\n 1G       12340kg \r");
    scale.shown = scale.shown.inMotion(true);
    ask("\nQ\r");
    scale.nanos += 3_000_000_000L;
    assertThat(ask("")).isEqualTo("\n 1nM ----------kg \r");
    ask("\nZ\r");
    scale.nanos += 3_000_000_000L;
    assertThat(ask("")).isEqualTo("\nE1GM ----------kg \r");
    ask("\nP\r");
    assertThat(ask("\u001B")).isEmpty();
    assertThat(ask("\nW\r")).startsWith("\n 1GM");
  }

  @Test
  void smaRepeatsUntilTheNextCommand() {
    conversation = new SmaConversation();
    assertThat(ask("\nR\r")).isEqualTo("\n 1G       12340kg \r");
    assertThat(repeated()).isEqualTo("\n 1G       12340kg \r");
    ask("\nS\r");
    assertThat(repeated()).isEqualTo("\n 1g     12340.3kg \r");
    ask("\nW\r");
    assertThat(repeated()).isEmpty();
  }

  @Test
  void smaTaresAndTells() {
    conversation = new SmaConversation();
    assertThat(ask("\nT\r")).isEqualTo("\n 1N       12340kg \r");
    assertThat(ask("\nM\r")).isEqualTo("\n 1T       12340kg \r");
    assertThat(ask("\nC\r")).isEqualTo("\n 1G       12340kg \r");
    scale.tares = false;
    assertThat(ask("\nT\r")).isEqualTo("\nT1G  ----------kg \r");
    assertThat(ask("\nD\r")).isEqualTo("\n    \r");
    assertThat(ask("\nA\r\nB\r\nB\r\nB\r\nB\r\nB\r\nB\r").split("\r"))
        .startsWith("\nSMA:2/1.0")
        .endsWith("\nEND:", "\n?");
    assertThat(ask("\nI\r\nN\r\nN\r\nN\r\nN\r\nN\r"))
        .contains("\nTYP:S\r\nCAP:kg :30000:10:0\r\nCMD:HPQRSTMC\r\nEND:\r\n?\r");
  }

  @Test
  void smaSaysWhatItDoesNotUnderstand() {
    conversation = new SmaConversation();
    assertThat(ask("\nY\r")).isEqualTo("\n?\r");
    assertThat(ask("\nWW\r")).isEqualTo("\n?\r");
    assertThat(ask("\n\u00D7\r")).isEqualTo("\n!\r");
    assertThat(ask("W\r")).isEmpty();
    assertThat(ask("noise\nW\r")).startsWith("\n 1G");
  }

  @Test
  void hbmAnswersInSixteenBytes() {
    conversation = new HbmConversation();
    assertThat(ask("MSV?\r\n")).isEqualTo(" 00012340 kg  \r\n").hasSize(16);
    scale.shown = Indication.of(-105, 1).inMotion(true);
    assertThat(ask("MSV?;")).isEqualTo("-000010.5     \r\n");
    scale.shown = scale.shown.as(Range.OVER);
    assertThat(ask("MSV?;")).isEqualTo(" ".repeat(14) + "\r\n");
    assertThat(ask("TAR;XXX;")).isEqualTo("0\r\n?\r\n");
    assertThat(ask("MSV?0;")).isEmpty();
    assertThat(repeated()).hasSize(16);
    ask("STP;");
    assertThat(repeated()).isEmpty();
  }

  @Test
  void noRequestHoweverOddEndsAConversation() {
    Random random = new Random(66);
    List<Supplier<Conversation>> all =
        List.of(MtSicsConversation::new, SmaConversation::new, HbmConversation::new);
    String usual = "\n\r;SITZ@ RWPQHMCDABN?0\u001B\u00FF";
    for (Supplier<Conversation> made : all) {
      conversation = made.get();
      for (int i = 0; i < 20_000; i++) {
        byte[] bytes = new byte[random.nextInt(i % 100 == 0 ? 5_000 : 12)];
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] =
              (byte)
                  (random.nextInt(4) == 0
                      ? random.nextInt(256)
                      : usual.charAt(random.nextInt(usual.length())));
        }
        scale.shown =
            Indication.of(random.nextInt(60_000) - 30_000, 0)
                .inMotion(random.nextBoolean())
                .as(RANGES.get(random.nextInt(3)));
        scale.nanos += random.nextInt(1_000_000_000);
        assertThat(conversation.hear(bytes, scale)).allMatch(f -> f.length < 60);
        conversation.repeat(scale);
      }
    }
  }
}
