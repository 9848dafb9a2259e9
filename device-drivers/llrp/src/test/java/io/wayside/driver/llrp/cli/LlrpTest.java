// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.driver.llrp.codec.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb as people and scripts meet it. */
class LlrpTest {

  private static final String ALL_HEX =
      Stream.of(Golden.values()).map(Golden::hex).collect(Collectors.joining("\n", "", "\n"));

  @TempDir Path folder;

  /** What a run left: bytes are shown as characters of ISO 8859-1. */
  record Ran(int status, String out, String err) {}

  private static Ran llrp(byte[] in, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Llrp.run(
            new Llrp.Streams(
                new ByteArrayInputStream(in),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            words);
    return new Ran(
        status, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
  }

  private static Ran llrp(String in, String... words) {
    return llrp(in.getBytes(StandardCharsets.UTF_8), words);
  }

  private static byte[] allBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stream.of(Golden.values()).map(Golden::bytes).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static Value.Fields json(String line) throws GarbledData {
    return (Value.Fields) Json.read(line).root();
  }

  @Test
  void eachMessageIsALineWithItsParametersAndTheirFields() throws GarbledData {
    Ran ran = llrp(Golden.RO_ACCESS_REPORT.hex(), "decode", "-");
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            {"message":"RO_ACCESS_REPORT","type":61,"version":1,"id":1001,"parameters":[\
            {"parameter":"TagReportData","type":240,"parameters":[\
            {"parameter":"EPC_96","type":13,"fields":{"epc":"3416214b9400f68000000001"}},\
            {"parameter":"ROSpecID","type":9,"fields":{"roSpecId":1}},\
            {"parameter":"AntennaID","type":1,"fields":{"antennaId":1}},\
            {"parameter":"PeakRSSI","type":6,"fields":{"rssiDbm":-52}},\
            {"parameter":"FirstSeenTimestampUTC","type":2,"fields":{"microseconds":1767323045678000}},\
            {"parameter":"LastSeenTimestampUTC","type":4,"fields":{"microseconds":1767323045698000}},\
            {"parameter":"TagSeenCount","type":8,"fields":{"count":3}},\
            {"parameter":"AccessSpecID","type":16,"fields":{"accessSpecId":1}},\
            {"parameter":"C1G2ReadOpSpecResult","type":349,\
            "fields":{"result":0,"opSpecId":1,"data":"e28011606000020554a1b2c3"}},\
            {"parameter":"C1G2ReadOpSpecResult","type":349,\
            "fields":{"result":2,"opSpecId":2,"data":""}}]}]}
            """);
    assertThat(json(ran.out()).get("id")).isEqualTo(new Value.Whole(1001));
  }

  @Test
  void encodeIsTheInverseOfDecodeByteForByte() {
    Ran decoded = llrp(ALL_HEX, "decode", "-");
    assertThat(decoded.out().lines()).hasSize(Golden.values().length);
    assertThat(llrp(decoded.out(), "encode").out()).isEqualTo(ALL_HEX);
    assertThat(llrp(decoded.out(), "encode", "--hex", "-").out()).isEqualTo(ALL_HEX);
    assertThat(llrp(decoded.out(), "encode", "--bin").out().getBytes(StandardCharsets.ISO_8859_1))
        .isEqualTo(allBytes());
  }

  /** What no standard knows, odd bits, numbers of 64 bits, text that is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "67840000000c00000001ffee",
        "043e0000000c00000001ffee",
        "04030000001c000000020078dc00090100001388038400080badcafe",
        "043d0000001900000001" + "00f0000f82ffffffffffffffff9501",
        "043d0000001700000001" + "00f0000d00f100090011ffffff",
        "04640000001400000001" + "011f000a006d0002c328"
      })
  void whatNobodyKnowsComesBackToo(String hex) {
    Ran decoded = llrp(hex, "decode", "--hex", "-");
    assertThat(decoded.err()).isEmpty();
    assertThat(llrp(decoded.out(), "encode").out().strip()).isEqualTo(hex);
  }

  /** As text all at once, a report of 2 MB would need more than half a gigabyte. */
  @Test
  void aLongReportIsWrittenInPieces() throws IOException {
    byte[] strength = {(byte) 0x86, -52};
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(HexFormat.of().parseHex("043d0000271a00000001"));
    for (int i = 0; i < 5_000; i++) {
      frame.write(strength);
    }
    AtomicInteger longest = new AtomicInteger();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream pieces =
        new PrintStream(out, false, StandardCharsets.UTF_8) {
          @Override
          public void print(String text) {
            longest.accumulateAndGet(text.length(), Math::max);
            super.print(text);
          }

          @Override
          public void println(String text) {
            longest.accumulateAndGet(text.length(), Math::max);
            super.println(text);
          }
        };
    int status =
        Llrp.run(
            new Llrp.Streams(new ByteArrayInputStream(frame.toByteArray()), pieces, System.err),
            "decode",
            "-");
    assertThat(status).isZero();
    assertThat(longest.get()).isBetween(50, 200);
    String line = out.toString(StandardCharsets.UTF_8);
    assertThat(line.lines()).hasSize(1);
    assertThat(llrp(line, "encode", "--bin").out().getBytes(StandardCharsets.ISO_8859_1))
        .isEqualTo(frame.toByteArray());
  }

  @Test
  void filesOfBytesAndOfTextAreToldApart() throws IOException {
    Path text = Files.writeString(folder.resolve("frames.txt"), "\n  " + ALL_HEX);
    Path bytes = Files.write(folder.resolve("frames.bin"), allBytes());
    String expected = llrp(ALL_HEX, "decode", "-").out();
    assertThat(llrp("", "decode", text.toString()).out()).isEqualTo(expected);
    assertThat(llrp("", "decode", bytes.toString()).out()).isEqualTo(expected);
    assertThat(llrp("", "decode", "--hex", text.toString()).out()).isEqualTo(expected);
    assertThat(llrp("", "decode", "--bin", bytes.toString()).out()).isEqualTo(expected);
  }

  @Test
  void ofMalformedInputTheGoodFramesComeFirstThenWhereAndWhy() {
    String bad = "0403000000130000000200" + "00dc00090100001388".replace("0009", "0003");
    Ran ran =
        llrp(Golden.ENABLE_ROSPEC.hex() + Golden.ERROR_MESSAGE.hex() + bad + "04", "decode", "-");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out().lines()).hasSize(2);
    assertThat(ran.err())
        .startsWith("wayside llrp: frame 3, offset 13: a length of 3 for parameter type 220")
        .hasLineCount(1);
  }

  @Test
  void anInputThatEndsWithinAFrameIsMalformed() {
    byte[] cut = Arrays.copyOf(allBytes(), allBytes().length - 1);
    Ran ran = llrp(cut, "decode", "-");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out().lines()).hasSize(Golden.values().length - 1);
    assertThat(ran.err()).contains("frame 9, offset 21: the bytes end after 21 of 22 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "0440000000zz, 5, 'z'",
    "04400000000, 5, two hexadecimal digits",
    "'04400000000\n', 5, two hexadecimal digits"
  })
  void textThatIsNotHexadecimalIsMalformed(String tail, int offset, String reason) {
    Ran ran = llrp(Golden.ENABLE_ROSPEC.hex() + "\n" + tail, "decode", "--hex", "-");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err()).contains("frame 2, offset " + offset + ": line 2: ", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":72,\"version\":1} | needs a member \"id\"",
        "{\"type\":72,\"version\":9,\"id\":1} | /version must be from 0 to 7",
        "{\"type\":72,\"version\":1,\"id\":4294967296} | /id 4294967296 does not fit into 32 bits",
        "{\"message\":\"KEEPALIVE\",\"type\":72,\"version\":1,\"id\":1} | must be KEEPALIVE_ACK",
        "{\"type\":24,\"version\":1,\"id\":1} | needs a member \"fields\"",
        "{\"type\":24,\"version\":1,\"id\":1,\"fields\":{\"roSpecId\":-1}} | /fields/roSpecId -1",
        "{\"type\":24,\"version\":1,\"id\":1,\"fields\":{\"roSpec\":1}} | known are roSpecId",
        "{\"type\":72,\"version\":1,\"id\":1,\"rest\":\"xx\"} | must be hexadecimal digits",
        "{\"type\":61,\"version\":1,\"id\":1,\"parameters\":[{\"type\":21}]} | none of LLRP",
        "{\"type\":72,\"version\":1,\"id\":1,\"parameters\":[]} | have no place in KEEPALIVE_ACK",
        "[] | must be an object",
        "{ | line 1"
      })
  void linesThatAreNoMessageAreMalformed(String line, String reason) {
    String good = llrp(Golden.ENABLE_ROSPEC.hex(), "decode", "-").out();
    Ran ran = llrp(good + "\n" + line + "\n" + good, "encode");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out().strip()).isEqualTo(Golden.ENABLE_ROSPEC.hex());
    assertThat(ran.err()).startsWith("wayside llrp: standard input, line 3: ").contains(reason);
  }

  @Test
  void aParameterThatWouldBeTooLongIsMalformed() {
    String line =
        "{\"type\":3,\"version\":1,\"id\":1,\"fields\":{\"resetToFactoryDefault\":0},\"parameters\":"
            + "[{\"type\":900,\"rest\":\""
            + "00".repeat(66_000)
            + "\"}]}";
    Ran ran = llrp(line, "encode");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.err()).contains("cannot be sent: unknown-900 would have 66004 bytes");
  }

  @Test
  void wrongUsageIsToldInOneLine() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of("show", "x"),
            List.of("decode"),
            List.of("decode", "--hex", "--bin", "-"),
            List.of("decode", "--octal", "-"),
            List.of("decode", "a", "b"),
            List.of("decode", folder.resolve("none").toString()),
            List.of("decode", folder.toString()))) {
      Ran ran = llrp("", words.toArray(String[]::new));
      assertThat(ran.status()).as(words.toString()).isEqualTo(2);
      assertThat(ran.err()).startsWith("wayside llrp: ").hasLineCount(1);
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void helpIsGivenWhereverItIsAsked() {
    assertThat(llrp("", "--help").out()).startsWith("usage: wayside llrp decode");
    assertThat(llrp("", "encode", "--help").status()).isZero();
  }
}
