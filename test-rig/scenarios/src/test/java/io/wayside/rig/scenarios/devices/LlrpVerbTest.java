// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LlrpVerbTest {

  /** An endless inventory at all antennas, one report for each reply. */
  private static final String ADD_ROSPEC =
      "0414000000690000000300b1005f00000001000000b2001200b300050100b60009000000000000b7003600010000"
          + "00b80009000000000000ba002500010100de001e0000014a001800014f000800000000015000"
          + "0b4000040000000000ed000d02000100ee000697c0";

  private static final String ENABLE_ROSPEC = "04180000000e0000000600000001";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int llrp(String... arguments) throws Exception {
    return LlrpVerb.run(
        List.of(arguments),
        new PrintStream(out, true, UTF_8),
        new PrintStream(errors, true, UTF_8));
  }

  @Test
  void helpNamesEveryOptionAndFault() throws Exception {
    assertThat(llrp("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("--port", "--llrp", "--tags", "--rate", "--passing", "--fault", "--duration")
        .contains(Arrays.stream(LlrpFault.values()).map(LlrpFault::word).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sped 3",
        "--rate 0",
        "--passing 9s",
        "--llrp 2",
        "--fault bad-luck",
        "--tags no-such-file"
      })
  void wrongUsageIsRefused(String line) throws Exception {
    assertThat(llrp(line.split(" ", -1))).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains(line.split(" ", -1)[0]).contains("./wayside rig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "34g6", "341", "3416 5", "3416 1 55", "3416 1 -55 0"})
  void aFileWithoutTagsIsRefusedByItsLine(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("tags"), line + "\n");
    assertThat(llrp("--port", "0", "--tags", file.toString())).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains(file.toString());
  }

  @Test
  void aPortThatIsTakenEndsWithOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(llrp("--port", "" + taken.getLocalPort())).isEqualTo(1);
      assertThat(errors.toString(UTF_8).lines()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultCanBeServed(LlrpFault fault) throws Exception {
    assertThat(llrp("--port", "0", "--fault", fault.word(), "--duration", "0.05s")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("llrp at 127.0.0.1:").contains(fault.word());
  }

  @Test
  void tagsOfTheFileAnswerInTurnAtTheRate() throws Exception {
    Path file = folder.resolve("tags");
    Files.writeString(file, "# field\n3416214b9400000000000001 2 -48\n\n3500 # short\n");
    SteppedRigClock clock = new SteppedRigClock();
    try (LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), reader.port())) {
      client.setSoTimeout(10_000);
      DataInputStream in = new DataInputStream(client.getInputStream());
      next(in);
      client.getOutputStream().write(HexFormat.of().parseHex(ADD_ROSPEC + ENABLE_ROSPEC));
      next(in);
      next(in);
      new TagsInField(TagsInField.read(file), 25, reader).start(clock);
      clock.advance(Duration.ofSeconds(2));
      for (int i = 0; i < 25; i++) {
        assertThat(next(in)).contains("8d3416214b9400000000000001").contains("810002" + "86d0");
        assertThat(next(in)).contains("00f1000800103500").contains("810001" + "86c9");
      }
      assertThat(in.available()).isZero();
    }
  }

  @Test
  void passingTagsAreHeardOnTheApproachThenInTheLaneThenNotAtAll() {
    SteppedRigClock clock = new SteppedRigClock();
    List<String> told = new ArrayList<>();
    Map<String, Integer> replies = new TreeMap<>();
    new PassingTags(
            TagsInField.FIVE.subList(2, 5),
            20,
            Duration.ofSeconds(12),
            (tag, antenna, dbm) ->
                replies.merge(
                    HexFormat.of().formatHex(tag.tag().epc(), 11, 12) + " " + antenna + " " + dbm,
                    1,
                    Integer::sum),
            told::add)
        .start(clock);
    clock.advance(Duration.ofSeconds(23));
    assertThat(told)
        .containsExactly(
            "3416214b9400000000000003 at antenna 1",
            "3416214b9400000000000003 at antennas 1 and 2",
            "3416214b9400000000000003 at antenna 2",
            "3416214b9400000000000003 gone",
            "3416214b9500000000000004 at antenna 1",
            "3416214b9500000000000004 at antennas 1 and 2",
            "3416214b9500000000000004 at antenna 2",
            "3416214b9500000000000004 gone");
    assertThat(replies)
        .containsOnlyKeys("03 1 -52", "03 2 -70", "03 2 -52", "04 1 -60", "04 2 -78", "04 2 -60");
    assertThat(replies.get("03 1 -52")).as("2 s, and 3 s over the loop").isBetween(68, 70);
    assertThat(replies.get("03 2 -70")).as("3 s over the loop, by turns").isBetween(29, 31);
    assertThat(replies.get("03 2 -52")).as("4 s in the lane").isBetween(79, 81);
  }

  private static String next(DataInputStream in) throws IOException {
    byte[] header = new byte[10];
    in.readFully(header);
    int length = Integer.parseInt(HexFormat.of().formatHex(header, 2, 6), 16);
    byte[] body = new byte[length - 10];
    in.readFully(body);
    return HexFormat.of().formatHex(body);
  }

  @Test
  void faultsThatComeAgainStrikeAfterTenSeconds() throws Exception {
    SteppedRigClock clock = new SteppedRigClock();
    try (LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), reader.port())) {
      client.setSoTimeout(10_000);
      DataInputStream in = new DataInputStream(client.getInputStream());
      next(in);
      LlrpFault.FORGETS.begin(reader, clock);
      clock.advance(Duration.ofSeconds(9));
      assertThat(reader.connected()).isTrue();
      clock.advance(Duration.ofSeconds(1));
      assertThat(in.read()).isEqualTo(-1);
    }
  }
}
