// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.MessageType;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneVerbTest {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final String TAG = "00a011111111111111111101";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(InputStream in, String... arguments) throws Exception {
    return LaneVerb.run(List.of(arguments), HOME, in, print(out), print(errors));
  }

  private static PrintStream print(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }

  private static InputStream nothing() {
    return new ByteArrayInputStream(new byte[0]);
  }

  /** The example of a site, with keys beside it and lists laid down. */
  private Path site() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        folder.resolve("issuers.keys"),
        "alpha main " + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    Path incoming = Files.createDirectories(folder.resolve("lane-state/toll-lists-incoming"));
    lay(incoming, keys, ListType.ACCOUNTS, List.of(TAG + " 1 ok"));
    lay(incoming, keys, ListType.BLOCKED, List.of());
    String example = Files.readString(HOME.resolve("config/site/toll-lane.json"));
    return Files.writeString(
        folder.resolve("site.json"),
        example.replace(
            "\"type\": \"toll-lists\"", "\"type\": \"toll-lists\", \"lookEvery\": \"1 s\""));
  }

  private static void lay(Path incoming, KeyPair keys, ListType type, List<String> lines)
      throws Exception {
    Instant now = Instant.now();
    new ListWriter(
            new ListSigner("main", keys.getPrivate()),
            part -> Files.newOutputStream(incoming.resolve(type.word())))
        .write(
            new ListHead("alpha", type, 1, OptionalLong.empty(), now, now, 0, 0, 0, "", 1, 1),
            lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
  }

  private void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("expected: " + what + "; but:\n" + out + errors);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** 300 ms after all that was typed has been read, which a word nobody knows tells. */
  private void later(PrintStream keys, String unknown) {
    keys.println(unknown);
    until(
        "what was typed is read",
        () -> errors.toString(StandardCharsets.UTF_8).contains("\"" + unknown + "\" is neither"));
    long end = System.nanoTime() + 300_000_000;
    until("300 ms", () -> System.nanoTime() - end > 0);
  }

  private boolean said(String words) {
    return out.toString(StandardCharsets.UTF_8).contains(words);
  }

  @Test
  void aVehicleIsTypedOverTheLoopsAndItsDecisionsArePrinted() throws Exception {
    Path site = site();
    try (RealRigClock clock = new RealRigClock();
        LlrpReader reader = new LlrpReader(0, ReaderTraits.PLAIN, clock)) {
      PipedOutputStream typing = new PipedOutputStream();
      PipedInputStream in = new PipedInputStream(typing);
      CompletableFuture<Integer> code =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return run(
                      in,
                      "--site",
                      site.toString(),
                      "--reader",
                      "127.0.0.1:" + reader.port(),
                      "--keys",
                      "--dry-run");
                } catch (Exception failed) {
                  throw new AssertionError(failed);
                }
              });
      PrintStream keys = new PrintStream(typing, true, StandardCharsets.UTF_8);
      until("the radio is on", reader::transmitting);
      until("the barrier closes", () -> said("\"request\":\"lower\""));
      keys.println("down on");
      until(
          "lists are in force",
          () -> !Files.exists(folder.resolve("lane-state/toll-lists-incoming/accounts")));
      keys.println("L1 on");
      SimulatedTag tag = SimulatedTag.of(TAG);
      until(
          "the barrier is asked to rise",
          () -> {
            reader.tagInField(tag, 2, -52, 1);
            return said("\"request\":\"raise\"");
          });
      keys.println("down off");
      keys.println("up on");
      keys.println("l1 off");
      until("the light is green", () -> said("\"colour\":\"green\""));
      later(keys, "nothing");
      keys.println("curtain on");
      keys.println("l3 on");
      later(keys, "nonsense");
      keys.println("curtain off");
      keys.println("l3 off");
      until("the passage is told", () -> said("toll-passage/1"));
      typing.close();
      assertThat(code.get(60, TimeUnit.SECONDS)).isZero();
      assertThat(reader.transmitting()).isFalse();
      assertThat(reader.heard()).anyMatch(frame -> frame.type() == MessageType.CLOSE_CONNECTION);
    }
    List<Value> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(Json.read(line).root());
    }
    assertThat(lines).allMatch(line -> line instanceof Value.Fields);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"payment\":\"account\"", TAG);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("\"nonsense\" is neither");
  }

  /** A port that nobody listens at any more. */
  @Test
  void whyAReaderIsNotHeardIsPrinted() throws Exception {
    Path site = site();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    PipedOutputStream typing = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(typing);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return run(
                    in,
                    "--site",
                    site.toString(),
                    "--reader",
                    "127.0.0.1:" + port,
                    "--keys",
                    "--dry-run");
              } catch (Exception failed) {
                throw new AssertionError(failed);
              }
            });
    until(
        "the reader's trouble is printed",
        () ->
            said("{\"health\":\"device.reader-1\",\"status\":\"failed\",\"code\":\"link-down\","));
    typing.close();
    assertThat(code.get(60, TimeUnit.SECONDS)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("127.0.0.1:" + port, "is it on");
  }

  @Test
  void whatIsWrongIsOneLineThatNamesItAndExitTwo() throws Exception {
    Path site = site();
    assertWrong("--site is missing");
    assertWrong("unknown option --fast", "--fast");
    assertWrong("--station names nothing", "--site", site.toString(), "--station");
    assertWrong("no-such.json: there is no such file", "--site", folder + "/no-such.json");
    assertWrong("is not host:port", "--site", site.toString(), "--reader", "here");
    assertWrong("and none \"lane-9\"", "--site", site.toString(), "--station", "lane-9");
    Path misspelt = folder.resolve("misspelt.json");
    Files.writeString(misspelt, Files.readString(site).replace("\"laneNumber\"", "\"laneNumbre\""));
    assertWrong("\"laneNumber\" is missing", "--site", misspelt.toString());
    Path fares = folder.resolve("fares.json");
    Files.writeString(fares, Files.readString(site).replace("fares-open-example", "fares-none"));
    assertWrong("fares-none.json is not there", "--site", fares.toString());
    Path weighing = HOME.resolve("config/site/weigh-lane.json");
    assertWrong("no station of type toll-lane\n", "--site", weighing.toString());
    Path bytes = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertWrong("bytes.json is not text in UTF-8", "--site", bytes.toString());
  }

  private void assertWrong(String words, String... arguments) throws Exception {
    errors.reset();
    assertThat(run(nothing(), arguments)).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(words);
    assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(out.size()).isZero();
  }

  @Test
  void helpSaysWhatMayBeTyped() throws Exception {
    assertThat(run(nothing(), "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("l1 on", "--dry-run", "exit status");
  }
}
