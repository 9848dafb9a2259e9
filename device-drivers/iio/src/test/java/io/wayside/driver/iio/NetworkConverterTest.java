// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.contracts.Heard;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the driver says to iiod, and what it makes of the answers. */
class NetworkConverterTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Heard<SampleBlock> heard = new Heard<>();
  private ScriptedIiod iiod;
  private Converter converter;

  @BeforeEach
  void serve() throws IOException {
    iiod = NetworkSampleStreamTest.iiod();
  }

  @AfterEach
  void stop() {
    if (converter != null) {
      converter.stop();
    }
    iiod.close();
  }

  private void start(String... channels) {
    converter = Bench.converter(Map.of("transport", iiod.address(), "channels", channels), time);
    converter.subscribe(heard);
  }

  private void awaitFailure(String... said) {
    Bench.until("failed", () -> converter.health().status() == Status.FAILED);
    assertThat(converter.health().message()).contains("adc-1").contains(said);
  }

  @Test
  void commandsAreInTheOrderOfTheProtocolAndPiecesBecomeOneBlock() {
    start("left=voltage0", "voltage1");
    Bench.until("open", iiod::isOpen);
    iiod.sendPieces(24);
    long first = time.monotonicNanos();
    time.pass(10_000_000);
    iiod.sample(NetworkSampleStreamTest.block(107, -4, first, Bench.BLOCK));
    Bench.until("a block", () -> !heard.events().isEmpty());

    assertThat(heard.events().get(0).samples()[0]).containsOnly(3.5).hasSize(10);
    assertThat(heard.events().get(0).samples()[1]).containsOnly(-4.0);
    assertThat(iiod.commands().subList(0, 9))
        .containsExactly(
            "VERSION",
            "TIMEOUT 3000",
            "PRINT",
            "READ iio:device3 sampling_frequency",
            "WRITE iio:device3 sampling_frequency 4",
            "READ iio:device3 INPUT voltage0 offset",
            "READ iio:device3 INPUT voltage0 scale",
            "OPEN iio:device3 10 00000007",
            "READBUF iio:device3 160");
  }

  @Test
  void aBufferInUseIsRefusedWithTheNameOfTheError() {
    iiod.answers.put("OPEN", "-16\n");
    start("left=voltage0");
    awaitFailure("EBUSY", "iio:device3");
  }

  @Test
  void aConverterWithoutClockIsToldAsSilentByIiod() {
    iiod.answers.put("READBUF", "-110\n");
    iiod.answers.put("OPEN", "-110\n");
    start("left=voltage0");
    awaitFailure("ETIMEDOUT");
    assertThat(converter.health().code()).isEqualTo("silent");
  }

  @Test
  void otherChannelsThanThoseAskedForAreNotTaken() {
    iiod.sendMask("0000001f");
    start("left=voltage0");
    Bench.until("open", iiod::isOpen);
    iiod.sample(new byte[160]);
    awaitFailure("0000001f", "00000005");
    assertThat(heard.events()).isEmpty();
  }

  @Test
  void anotherServerAtThePortIsNamedAsSuch() {
    iiod.answers.put("VERSION", "220 mail ready\n");
    start("left=voltage0");
    awaitFailure("no version of iiod");
  }

  @Test
  void channelsThatAreNotThereAreNamedWithThoseThatAre() {
    start("voltage7");
    awaitFailure("voltage7", "[voltage0, voltage1, timestamp]");
  }

  @Test
  void withoutScanElementsValuesAreAskedForOneByOne() {
    String xml =
        "<context><device id='iio:device3' name='ad7192'><channel id='voltage0' type='input'>"
            + "<attribute name='raw'/></channel></device></context>";
    iiod.answers.put("PRINT", xml.length() + "\n" + xml + "\n");
    iiod.answers.put("READ iio:device3 INPUT voltage0 raw", "3\n-42\n");
    converter =
        Bench.converter(
            Map.of(
                "transport",
                iiod.address(),
                "channels",
                new String[] {"voltage0"},
                "rateHz",
                200.0,
                "blockMs",
                20),
            new MachineTime());
    converter.subscribe(heard);
    Bench.until("blocks", () -> heard.events().size() > 2);

    assertThat(heard.events().get(0).samples()[0]).containsOnly(-42.0);
  }
}
