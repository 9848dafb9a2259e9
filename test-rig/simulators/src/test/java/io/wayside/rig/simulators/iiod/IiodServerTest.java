// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IiodServerTest {

  private static final IioDescription TWO =
      new IioDescription(
          "iio:device0",
          "adc",
          1000,
          List.of(
              IioChannel.scanned("voltage0", 0, "le:S24/32>>8").scale("0.5").offset("-3"),
              IioChannel.scanned("voltage1", 1, "le:S16/16>>0").with("gain", "1", true),
              IioChannel.timestamp(2),
              IioChannel.unscanned("temp")));

  private static final String BOTH = "00000003";
  private static final String ALL = "00000007";

  private final SteppedRigClock clock = new SteppedRigClock();
  private long taken;
  private final IioDevice device = IioDevice.onDemand(TWO, this::counting, clock);
  private IiodServer server;
  private RawClient client;

  /** 1 and -1, 2 and -2, … */
  private long[] counting() {
    taken++;
    return new long[] {taken, -taken};
  }

  @BeforeEach
  void start() throws IOException {
    serve(device);
  }

  private void serve(IioDevice... devices) throws IOException {
    server = new IiodServer(0, List.of(devices), clock);
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void saysItsVersionInTheWidthAClientNeeds() throws IOException {
    assertThat(client.ask("VERSION")).isEqualTo("0.25.v0.25  ");
    assertThat(client.ask("version")).hasSize("0.25.".length() + 7);
    assertThat(client.ask("Version")).isEqualTo("-22");
  }

  @Test
  void printsAContextThatAnXmlReaderUnderstands() throws Exception {
    int length = Integer.parseInt(client.ask("PRINT"));
    byte[] xml = client.bytes(length + 1);
    assertThat(xml[length]).isEqualTo((byte) '\n');
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml, 0, length));
    Element found = (Element) document.getElementsByTagName("device").item(0);
    assertThat(found.getAttribute("id")).isEqualTo("iio:device0");
    assertThat(found.getAttribute("name")).isEqualTo("adc");
    Element channel = (Element) document.getElementsByTagName("channel").item(0);
    assertThat(channel.getAttribute("id")).isEqualTo("voltage0");
    assertThat(channel.getAttribute("type")).isEqualTo("input");
    Element scan = (Element) channel.getElementsByTagName("scan-element").item(0);
    assertThat(scan.getAttribute("index")).isEqualTo("0");
    assertThat(scan.getAttribute("format")).isEqualTo("le:S24/32>>8");
    Element scale = (Element) channel.getElementsByTagName("attribute").item(0);
    assertThat(scale.getAttribute("name")).isEqualTo("scale");
    assertThat(scale.getAttribute("filename")).isEqualTo("in_voltage0_scale");
    assertThat(new String(xml, UTF_8))
        .contains("<attribute name=\"sampling_frequency\" />")
        .contains("<buffer-attribute name=\"data_available\" />")
        .contains("<channel id=\"temp\" type=\"input\" ><attribute name=\"raw\"");
  }

  @Test
  void readsAttributesOfDeviceChannelAndBuffer() throws IOException {
    assertThat(client.attribute("READ iio:device0 sampling_frequency")).isEqualTo("1000\0\n");
    assertThat(client.attribute("READ adc INPUT voltage0 scale")).isEqualTo("0.5\0\n");
    assertThat(client.attribute("READ adc INPUT voltage0 offset")).isEqualTo("-3\0\n");
    assertThat(client.attribute("READ adc BUFFER data_available")).isEqualTo("0\0\n");
    assertThat(client.attribute("READ adc INPUT voltage1 raw")).isEqualTo("-1\0\n");
    assertThat(client.attribute("READ adc DEBUG ")).isEqualTo("\n");
  }

  @Test
  void readsAllAttributesAtOnce() throws IOException {
    int length = Integer.parseInt(client.ask("READ adc INPUT voltage0 "));
    ByteBuffer all = ByteBuffer.wrap(client.bytes(length + 1));
    assertThat(all.getInt()).isEqualTo(4);
    assertThat(text(all, 4)).isEqualTo("0.5\0");
    assertThat(all.getInt()).isEqualTo(3);
    assertThat(text(all, 4)).isEqualTo("-3\0\0");
    assertThat(all.getInt()).isEqualTo(2);
    assertThat(text(all, 4)).isEqualTo("1\0\0\0");
    assertThat(all.get()).isEqualTo((byte) '\n');
    assertThat(all.hasRemaining()).isFalse();
  }

  private static String text(ByteBuffer bytes, int count) {
    byte[] text = new byte[count];
    bytes.get(text);
    return new String(text, UTF_8);
  }

  @Test
  void writesWhatIsWritableAndRefusesTheRest() throws IOException {
    assertThat(client.ask("WRITE adc sampling_frequency 4\r\n500")).isEqualTo("4");
    assertThat(client.attribute("READ adc sampling_frequency")).isEqualTo("500\0\n");
    assertThat(client.ask("WRITE adc INPUT voltage1 gain 2\r\n8\0")).isEqualTo("2");
    client.say("");
    assertThat(client.attribute("READ adc INPUT voltage1 gain")).isEqualTo("8\0\n");
    assertThat(client.ask("WRITE adc BUFFER hwfifo_timeout 1\r\n1")).isEqualTo("1");
    assertThat(client.ask("WRITE adc INPUT voltage0 scale 1\r\n1")).isEqualTo("-13");
    assertThat(client.ask("WRITE adc sampling_frequency 3\r\nabc")).isEqualTo("-22");
    assertThat(client.ask("WRITE adc sampling_frequency 1\r\n0")).isEqualTo("-22");
    assertThat(client.ask("VERSION")).startsWith("0.25");
  }

  @Test
  void refusesWithTheNumbersOfTheKernel() throws IOException {
    assertThat(client.ask("READ nothing name")).isEqualTo("-19");
    assertThat(client.ask("READ adc nothing")).isEqualTo("-2");
    assertThat(client.ask("READ adc INPUT voltage9 raw")).isEqualTo("-6");
    assertThat(client.ask("READ adc OUTPUT voltage0 raw")).isEqualTo("-6");
    assertThat(client.ask("READBUF adc 100")).isEqualTo("-9");
    assertThat(client.ask("CLOSE adc")).isEqualTo("-6");
    assertThat(client.ask("OPEN adc 10 3")).isEqualTo("-22");
    assertThat(client.ask("OPEN adc 10 00000000")).isEqualTo("-22");
    assertThat(client.ask("OPEN adc 10 00000008")).isEqualTo("-22");
    assertThat(client.ask("OPEN adc 0 " + BOTH)).isEqualTo("-22");
    assertThat(client.ask("OPEN adc 10 " + BOTH + " CYCLIC")).isEqualTo("-1");
    assertThat(client.ask("OPEN other 10 " + BOTH)).isEqualTo("-19");
    assertThat(client.ask("ZPRINT")).isEqualTo("-22");
    assertThat(client.ask("BINARY")).isEqualTo("-22");
    assertThat(client.ask("GETTRIG adc")).isEqualTo("-2");
    assertThat(client.ask("SET adc BUFFERS_COUNT 0")).isEqualTo("-22");
    assertThat(client.ask("SET adc BUFFERS_COUNT 4")).isEqualTo("0");
    assertThat(client.ask("TIMEOUT 500")).isEqualTo("0");
    client.say("\r\n  \n");
    client.say("HELP\nEXIT\r\n");
    assertThat(new String(client.rest(), UTF_8)).contains("READBUF <device> <bytes>");
  }

  @Test
  void sendsABufferAsLengthMaskAndSamples() throws IOException {
    assertThat(client.ask("OPEN adc 2 " + BOTH)).isEqualTo("0");
    assertThat(client.ask("READ adc INPUT voltage0 raw")).isEqualTo("-16");
    client.say("READBUF adc 16\r\n");
    assertThat(client.line()).isEqualTo("16");
    assertThat(client.line()).isEqualTo(BOTH);
    // two scans of 0x00NNNNNN shifted left by eight, a short, and two bytes to fill up
    assertThat(client.bytes(16))
        .containsExactly(0, 1, 0, 0, -1, -1, 0, 0, 0, 2, 0, 0, -2, -1, 0, 0);
    assertThat(client.ask("CLOSE adc")).isEqualTo("0");
  }

  @Test
  void aRequestForSeveralBuffersBringsTheMaskOnce() throws IOException {
    client.ask("OPEN adc 2 " + BOTH);
    client.say("READBUF adc 35\r\n");
    assertThat(List.of(client.line(), client.line())).containsExactly("16", BOTH);
    client.bytes(16);
    assertThat(client.line()).isEqualTo("16");
    client.bytes(16);
    assertThat(client.line()).as("three bytes are less than a scan").isEqualTo("0");
    assertThat(client.ask("READBUF adc 7")).isEqualTo("0");
  }

  @Test
  void whatABufferHasTooMuchIsLost() throws IOException {
    client.ask("OPEN adc 4 00000001");
    assertThat(numbers(client.buffer("adc", 8, "00000001"))).containsExactly(1, 2);
    assertThat(numbers(client.buffer("adc", 16, "00000001"))).containsExactly(5, 6, 7, 8);
  }

  private static List<Integer> numbers(byte[] words) {
    ByteBuffer buffer = ByteBuffer.wrap(words).order(ByteOrder.LITTLE_ENDIAN);
    return java.util.stream.Stream.generate(() -> buffer.getInt() >> 8)
        .limit(words.length / 4)
        .toList();
  }

  private static List<Long> timestamps(byte[] scans) {
    ByteBuffer buffer = ByteBuffer.wrap(scans).order(ByteOrder.LITTLE_ENDIAN);
    return java.util.stream.IntStream.range(0, scans.length / 16)
        .mapToObj(scan -> buffer.getLong(scan * 16 + 8))
        .toList();
  }

  @Test
  void timestampsFollowTheSamplingFrequency() throws IOException {
    client.ask("OPEN adc 3 " + ALL);
    long start = clock.instant().toEpochMilli() * 1_000_000;
    assertThat(timestamps(client.buffer("adc", 48, ALL)))
        .containsExactly(start, start + 1_000_000, start + 2_000_000);
    client.ask("WRITE adc sampling_frequency 3\r\n250");
    assertThat(timestamps(client.buffer("adc", 48, ALL)))
        .containsExactly(start + 3_000_000, start + 7_000_000, start + 11_000_000);
  }

  @Test
  void anOverrunIsSeenInTheTimestampsAlone() throws IOException {
    client.ask("OPEN adc 1 " + ALL);
    long first = timestamps(client.buffer("adc", 16, ALL)).get(0);
    device.overrun(100);
    assertThat(timestamps(client.buffer("adc", 16, ALL))).containsExactly(first + 101_000_000);
    assertThat(device.lost()).isEqualTo(100);
  }

  @Test
  void twoClientsShareTheMaskAndEachGetsEveryScan() throws IOException {
    try (RawClient other = new RawClient(server.port())) {
      client.ask("OPEN adc 2 00000001");
      other.ask("OPEN adc 2 00000002");
      byte[] mine = client.buffer("adc", 16, BOTH);
      assertThat(other.buffer("adc", 16, BOTH)).isEqualTo(mine);
      other.ask("CLOSE adc");
      assertThat(numbers(client.buffer("adc", 8, "00000001"))).containsExactly(3, 4);
    }
  }

  @Test
  void aPacedDeviceGivesScansWhenTheirTimeHasComeAndLosesWhatNobodyFetches() throws Exception {
    IioDevice paced = IioDevice.paced(TWO, this::counting, clock);
    stop();
    serve(paced);
    client.ask("OPEN adc 10 00000001");
    Future<byte[]> buffer = reading(40);
    clock.advance(Duration.ofMillis(5));
    assertThat(buffer.isDone()).isFalse();
    clock.advance(Duration.ofMillis(5));
    assertThat(numbers(buffer.get())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    clock.advance(Duration.ofMillis(100));
    assertThat(paced.lost()).isEqualTo(60);
    assertThat(numbers(client.buffer("adc", 160, "00000001"))).hasSize(40).endsWith(50);
  }

  private Future<byte[]> reading(int bytes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return client.buffer("adc", bytes, "00000001");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void aBufferThatIsNotFullInTimeIsRefused() throws Exception {
    IioDevice paced = IioDevice.paced(TWO, this::counting, clock);
    stop();
    serve(paced);
    client.ask("TIMEOUT 50");
    client.ask("OPEN adc 1000 00000001");
    client.say("READBUF adc 4000\r\n");
    Soon.until(
        "the alarm has rung",
        () -> {
          clock.advance(Duration.ofMillis(60));
          return client.hasAnswer();
        });
    assertThat(client.line()).isEqualTo("-110");
  }

  @Test
  void aDeviceThatIsGoneRefusesEverything() throws IOException {
    client.ask("OPEN adc 1 " + BOTH);
    device.unplug();
    assertThat(client.ask("READBUF adc 8")).isEqualTo("-19");
    assertThat(client.ask("READ adc sampling_frequency")).isEqualTo("-19");
    device.replug();
    assertThat(client.ask("READBUF adc 8")).isEqualTo("-9");
    assertThat(client.ask("OPEN adc 1 " + BOTH)).isEqualTo("0");
    assertThat(client.buffer("adc", 8, BOTH)).hasSize(8);
  }

  @Test
  void aSourceThatEndsTakesTheDeviceAway() throws IOException {
    stop();
    serve(IioDevice.onDemand(TWO, () -> taken++ < 3 ? new long[] {1, 1} : null, clock));
    client.ask("OPEN adc 2 00000001");
    assertThat(client.buffer("adc", 8, "00000001")).hasSize(8);
    assertThat(client.ask("READBUF adc 8")).isEqualTo("-19");
  }

  @Test
  void faultsDoWhatTheySay() throws IOException {
    client.ask("OPEN adc 2 " + BOTH);
    server.faults().misstateLength(-5);
    client.say("READBUF adc 16\r\n");
    assertThat(client.line()).isEqualTo("11");
    client.line();
    client.bytes(16);
    server.faults().cutAfter(6);
    client.say("READBUF adc 16\r\n");
    assertThat(List.of(client.line(), client.line())).containsExactly("16", BOTH);
    assertThat(client.rest()).hasSize(6);
    assertThat(server.faults().struck()).isEqualTo(2);
    try (RawClient next = new RawClient(server.port())) {
      assertThat(next.ask("VERSION")).startsWith("0.");
      assertThatThrownBy(
              () -> {
                server.hangUp();
                next.ask("VERSION");
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aSlowServerAnswersWhenTheTimeHasPassed() throws Exception {
    client.ask("OPEN adc 1 00000001");
    server.faults().late(Duration.ofSeconds(2));
    Future<byte[]> buffer = reading(4);
    Soon.until("the request is being answered", () -> server.faults().struck() > 0);
    assertThat(buffer.isDone()).isFalse();
    Soon.until(
        "the answer is there",
        () -> {
          clock.advance(Duration.ofSeconds(2));
          return buffer.isDone();
        });
    assertThat(buffer.get()).hasSize(4);
  }

  @Test
  void runsInRealTime() throws Exception {
    try (RealRigClock real = new RealRigClock();
        IiodServer live =
            new IiodServer(0, List.of(IioDevice.paced(TWO, this::counting, real)), real);
        RawClient reader = new RawClient(live.port())) {
      reader.ask("OPEN adc 50 00000001");
      assertThat(numbers(reader.buffer("adc", 400, "00000001"))).hasSize(100).endsWith(100);
    }
  }

  @Test
  void theSeventeenthClientIsHungUpOn() throws Exception {
    List<RawClient> crowd = new java.util.ArrayList<>();
    for (int i = 0; i < 15; i++) {
      crowd.add(new RawClient(server.port()));
    }
    Soon.until("all are in", () -> server.connected() == 16);
    try (RawClient last = new RawClient(server.port())) {
      assertThat(last.rest()).isEmpty();
    }
    for (RawClient each : crowd) {
      each.close();
    }
    Soon.until("they have left", () -> server.connected() == 1);
  }

  @Test
  void noRequestHoweverOddKillsTheServer() throws Exception {
    Random random = new Random(30431);
    List<String> words =
        List.of(
            "OPEN",
            "READ",
            "WRITE",
            "READBUF",
            "CLOSE",
            "adc",
            "iio:device0",
            "INPUT",
            "BUFFER",
            "voltage0",
            "scale",
            "raw",
            BOTH,
            "0000000",
            "99999999999999999999",
            "-1",
            "4",
            "\0",
            "SET",
            "TIMEOUT",
            "PRINT",
            "DEBUG",
            "WRITEBUF",
            "\u00FF\u00FE",
            "x".repeat(3000));
    for (int i = 0; i < 300; i++) {
      try (RawClient odd = new RawClient(server.port())) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(30); k > 0; k--) {
          text.append(words.get(random.nextInt(words.size())));
          text.append(random.nextInt(4) == 0 ? "\r\n" : " ");
        }
        odd.say(text.toString());
      }
    }
    Soon.until("the odd ones have left", () -> server.connected() == 1);
    assertThat(client.ask("VERSION")).startsWith("0.25");
  }
}
