// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short way tells what the long way tells. */
class ReportReaderTest {

  private static final Definition REPORT =
      Dictionary.messageNamed("RO_ACCESS_REPORT").orElseThrow();

  private final ReportReader reader = new ReportReader();

  private List<String> shortWay(byte... bytes) throws Garbled {
    List<String> tags = new ArrayList<>();
    reader.read(Frame.of(bytes), tag -> tags.add(text(tag)));
    return tags;
  }

  private static String text(TagReport tag) {
    StringBuilder reads = new StringBuilder();
    for (int i = 0; i < Math.min(16, tag.reads()); i++) {
      reads
          .append(' ')
          .append(tag.readOpSpecId(i))
          .append('=')
          .append(tag.readResult(i) == 0 ? tag.readHex(i) : "no");
    }
    return String.join(
        " ",
        tag.epcHex() + "/" + tag.epcBits(),
        tag.carries(1) ? "antenna " + tag.antenna() : "",
        tag.carries(6) ? tag.rssiDbm() + " dBm" : "",
        tag.carries(7) ? "channel " + tag.channelIndex() : "",
        tag.carries(8) ? tag.count() + " times" : "",
        tag.carries(9) ? "ro " + tag.roSpecId() : "",
        tag.carries(16) ? "access " + tag.accessSpecId() : "",
        tag.carries(2) || tag.carries(3) ? "first " + tag.firstSeenMicros() : "",
        tag.carries(4) || tag.carries(5) ? "last " + tag.lastSeenMicros() : "",
        reads);
  }

  /** The same, from the tree of the decoder: last wins, uptime after UTC. */
  private static String text(Parameter tag) {
    StringBuilder reads = new StringBuilder();
    tag.all("C1G2ReadOpSpecResult")
        .limit(16)
        .forEach(
            read ->
                reads
                    .append(' ')
                    .append(read.number("opSpecId"))
                    .append('=')
                    .append(read.number("result") == 0 ? read.octets("data").hex() : "no"));
    Octets epc =
        tag.parameters().stream()
            .filter(each -> each.type() == 13 || each.type() == 241)
            .reduce((first, second) -> second)
            .map(each -> each.octets("epc"))
            .orElse(Octets.NONE);
    return String.join(
        " ",
        masked(epc) + "/" + epc.bits(),
        said(tag, "antenna %d", "AntennaID"),
        said(tag, "%d dBm", "PeakRSSI"),
        said(tag, "channel %d", "ChannelIndex"),
        said(tag, "%d times", "TagSeenCount"),
        said(tag, "ro %d", "ROSpecID"),
        said(tag, "access %d", "AccessSpecID"),
        said(tag, "first %d", "FirstSeenTimestampUTC", "FirstSeenTimestampUptime"),
        said(tag, "last %d", "LastSeenTimestampUTC", "LastSeenTimestampUptime"),
        reads);
  }

  private static String masked(Octets epc) {
    byte[] bytes = epc.bytes();
    for (int bit = epc.bits(); bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    return Octets.of(bytes).hex();
  }

  private static String said(Parameter tag, String form, String... names) {
    return tag.parameters().stream()
        .filter(each -> Arrays.asList(names).contains(each.name()))
        .reduce((first, second) -> second)
        .map(each -> ((FieldValue.Whole) each.fields().get(0)).value())
        .map(number -> String.format(form, number))
        .orElse("");
  }

  @Test
  void readsWhatOthersEncoded() throws Garbled {
    assertThat(shortWay(Golden.RO_ACCESS_REPORT.bytes()))
        .containsExactly(
            "3416214b9400f68000000001/96 antenna 1 -52 dBm  3 times ro 1 access 1"
                + " first 1767323045678000 last 1767323045698000"
                + "  1=e28011606000020554a1b2c3 2=no");
  }

  @Test
  void agreesWithTheDecoderOnAnyReport() throws Garbled {
    RandomMessages messages = new RandomMessages(17);
    int tags = 0;
    for (int i = 0; i < 5_000; i++) {
      Message report = messages.of(REPORT);
      List<String> expected = report.all("TagReportData").map(ReportReaderTest::text).toList();
      assertThat(shortWay(Encoder.encode(report))).isEqualTo(expected);
      tags += expected.size();
    }
    assertThat(tags).isGreaterThan(5_000);
  }

  @Test
  void neverRefusesOtherwiseThanDeclaredNorWhatTheDecoderTakes() {
    Random random = new Random(5);
    RandomMessages messages = new RandomMessages(6);
    int refused = 0;
    for (int i = 0; i < 15_000; i++) {
      byte[] bytes = Encoder.encode(messages.of(REPORT));
      for (int change = random.nextInt(3); change > 0 && bytes.length > 10; change--) {
        bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt();
      }
      refused += bothWays(bytes) ? 0 : 1;
    }
    assertThat(refused).isGreaterThan(500);
  }

  private boolean bothWays(byte[] bytes) {
    List<String> tree = null;
    try {
      tree = Decoded.of(bytes).all("TagReportData").map(ReportReaderTest::text).toList();
    } catch (Garbled garbled) {
      assertThat(garbled.frame()).isEqualTo(1);
    }
    try {
      List<String> shown = shortWay(bytes);
      assertThat(tree == null ? shown : tree).isEqualTo(shown);
      return true;
    } catch (Garbled garbled) {
      assertThat(tree).as("taken by the decoder").isNull();
      return false;
    }
  }

  @Test
  void aReportWithoutTagsShowsNone() throws Garbled {
    assertThat(shortWay(Decoded.framed(61, ""))).isEmpty();
  }

  @Test
  void whatIsLeftOutIsAsInTheTagBeforeUntilItIsForgotten() throws Garbled {
    List<Integer> antennas = new ArrayList<>();
    Frame first = Frame.of(Decoded.framed(61, "00f00007810004" + "00f00004"));
    Frame second = Frame.of(Decoded.framed(61, "00f00004"));
    reader.read(first, tag -> antennas.add(tag.antenna()));
    reader.read(second, tag -> antennas.add(tag.carries(1) ? -2 : tag.antenna()));
    reader.forget();
    reader.read(second, tag -> antennas.add(tag.antenna()));
    assertThat(antennas).containsExactly(4, 4, 4, TagReport.NEVER);
  }

  @Test
  void tagsBeforeTheDamageAreShown() {
    byte[] bytes =
        Decoded.framed(61, "00f000118d000102030405060708090a0b" + "00f00009" + "81000187");
    List<String> shown = new ArrayList<>();
    Garbled garbled =
        catchThrowableOfType(
            Garbled.class, () -> reader.read(Frame.of(bytes), tag -> shown.add(tag.epcHex())));
    assertThat(shown).containsExactly("000102030405060708090a0b");
    assertThat(garbled.offset()).isEqualTo(29);
  }

  @Test
  void anEpcOfAnyLengthIsReadAndFilledUpWithZeros() throws Garbled {
    assertThat(shortWay(Decoded.framed(61, "00f0000a00f100060000")).get(0)).startsWith("/0");
    assertThat(shortWay(Decoded.framed(61, "00f0001200f1000e003e" + "ff".repeat(8))).get(0))
        .startsWith("fffffffffffffffc/62 ");
  }
}
