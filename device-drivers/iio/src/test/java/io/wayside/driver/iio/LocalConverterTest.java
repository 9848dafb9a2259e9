// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream.Channel;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.clock.MachineLag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver asks of the kernel, and what it makes of the answers. */
class LocalConverterTest {

  @TempDir Path folder;
  private final SimulatedTime time = new SimulatedTime();
  private final Heard<SampleBlock> heard = new Heard<>();
  private FakeTree tree;
  private Converter converter;

  @BeforeEach
  void plug() {
    tree = new FakeTree(folder.resolve("root"), true);
  }

  @AfterEach
  void stop() {
    if (converter != null) {
      converter.stop();
    }
    tree.close();
  }

  private void start(Map<String, Object> more, String... channels) {
    Map<String, Object> values = new HashMap<>(tree.config(channels));
    values.putAll(more);
    converter = Bench.converter(values, time);
    converter.subscribe(heard);
  }

  private void sample(int voltage0) {
    long first = time.monotonicNanos();
    time.pass(Bench.BLOCK * Bench.INTERVAL_NANOS);
    tree.sample(voltage0, 0, first, Bench.INTERVAL_NANOS, Bench.BLOCK);
  }

  @Test
  void theBufferIsSetUpWithTheChannelsRateAndClockThatAreWanted() {
    start(Map.of("trigger", "hr-1"));
    Bench.until("enabled", tree::isEnabled);

    assertThat(tree.read("scan_elements/in_voltage0_en")).isEqualTo("1");
    assertThat(tree.read("scan_elements/in_voltage1_en")).isEqualTo("1");
    assertThat(tree.read("scan_elements/in_voltage2_en")).isEqualTo("0");
    assertThat(tree.read("scan_elements/in_timestamp_en")).isEqualTo("1");
    assertThat(tree.read("current_timestamp_clock")).isEqualTo("monotonic");
    assertThat(tree.read("sampling_frequency")).isEqualTo("1000");
    assertThat(tree.read("buffer/length")).isEqualTo("160");
    assertThat(tree.read("buffer/watermark")).isEqualTo("10");
    assertThat(tree.read("trigger/current_trigger")).isEqualTo("hr-1");
    assertThat(converter.channels())
        .containsExactly(new Channel("left", "mV"), new Channel("voltage1", "mV"));
  }

  @Test
  void blocksHaveTheKernelsTimesAndMillivolts() {
    start(Map.of("simulated", true), "left=voltage0", "f=voltage1 unit=N scale=2 offset=1");
    Bench.until("enabled", tree::isEnabled);
    long first = time.monotonicNanos();
    time.pass(Bench.BLOCK * Bench.INTERVAL_NANOS + 400_000);
    tree.sample(164, -9, first, Bench.INTERVAL_NANOS, Bench.BLOCK);
    Bench.until("a block", () -> !heard.events().isEmpty());

    SampleBlock block = heard.events().get(0);
    assertThat(block.firstMonotonicNanos()).isEqualTo(first);
    assertThat(block.intervalNanos()).isCloseTo(1e6, within(1.0));
    assertThat(block.samples()[0]).containsOnly(32.0).hasSize(10);
    assertThat(block.samples()[1]).containsOnly(-16.0);
    assertThat(block.flags().has(Flag.SIMULATED)).isTrue();
    Bench.until("in order", () -> converter.health().status() == Status.OK);
  }

  @Test
  void aConverterThatDoesNotExistIsNamedWithThoseThatDo() {
    start(Map.of("converter", "hx711"));
    Bench.until("failed", () -> converter.health().status() == Status.FAILED);

    assertThat(converter.health().message())
        .contains("adc-1", "hx711", "iio:device3 (ad7192)", "iio:device0 (cpu-temp)");
  }

  @Test
  void withoutStampsTheRateIsThatOfTheArrivals() {
    tree.close();
    tree = new FakeTree(folder.resolve("unstamped"), false);
    start(Map.of("rateHz", 1_050.0, "blockMs", 10));
    Bench.until("enabled", tree::isEnabled);
    assertThat(tree.read("buffer/watermark")).isEqualTo("11");
    Bench.until(
        "blocks",
        () -> {
          time.pass(11 * Bench.INTERVAL_NANOS);
          tree.sample(164, 3, 0, 0, 11);
          return heard.events().size() > 150;
        });

    SampleBlock block = heard.events().get(150);
    // The writer's clock does not wait for the reader: single arrivals are off by blocks.
    assertThat(block.intervalNanos()).isCloseTo(1e6, within(2.5e5));
    assertThat(block.samples()[0]).containsOnly(32.0).hasSize(11);
  }

  @Test
  void aConverterIsFoundByItsLabelToo() {
    start(Map.of("converter", "deck"));
    Bench.until("enabled", tree::isEnabled);
  }

  @Test
  void anotherRateThanTheOneWantedShowsInHealth() {
    start(Map.of());
    Bench.until("enabled", tree::isEnabled);
    long first = time.monotonicNanos();
    time.pass(20 * Bench.INTERVAL_NANOS);
    tree.sample(100, 0, first, 2 * Bench.INTERVAL_NANOS, Bench.BLOCK);
    Bench.until("a block", () -> !heard.events().isEmpty());

    assertThat(heard.events().get(0).intervalNanos()).isCloseTo(2e6, within(1.0));
    Bench.until("told", () -> converter.health().code().equals("rate-differs"));
    assertThat(converter.health().message()).contains("500", "1000");
  }

  @Test
  void aSilentConverterIsOpenedAnew() {
    start(Map.of("silentAfterMs", 500));
    Bench.until("enabled", tree::isEnabled);
    sample(1);
    Bench.until("a block", () -> !heard.events().isEmpty());
    time.pass(600_000_000);
    Bench.until("silence is told", () -> !heard.interruptions().isEmpty());

    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.SILENT);
    Bench.until(
        "it is heard again",
        () -> {
          sample(2);
          return heard.events().size() > 1;
        });
    assertThat(heard.events().get(1).sequence()).isBetween(590L, 20_000L);
  }

  @Test
  void stoppingEndsAReadingAndTurnsTheBufferOff() throws Exception {
    start(Map.of());
    Bench.until("enabled", tree::isEnabled);

    assertThat(MachineLag.own(converter::stop)).isLessThan(Duration.ofSeconds(1));
    assertThat(tree.isEnabled()).isFalse();
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
  }

  @Test
  void withoutABufferValuesAreAskedForAndTheRateIsTheMeasuredOne() throws Exception {
    Files.move(tree.device.resolve("buffer"), tree.device.resolve("no-buffer"));
    converter =
        Bench.converter(
            with(tree.config(), Map.of("rateHz", 100.0, "blockMs", 50)), new MachineTime());
    converter.subscribe(heard);
    Bench.until("blocks", () -> heard.events().size() >= 3);

    SampleBlock block = heard.events().get(1);
    assertThat(block.samples()[0]).containsOnly(3.5); // (107 - 100) x 0.5
    assertThat(block.samples()[1]).containsOnly(-2.0);
    assertThat(block.intervalNanos()).isBetween(0.5e7, 4e7);
  }

  @Test
  void anUnreadableValueIsAnInterruption() throws Exception {
    Files.move(tree.device.resolve("buffer"), tree.device.resolve("no-buffer"));
    converter =
        Bench.converter(
            with(tree.config(), Map.of("rateHz", 100.0, "blockMs", 50)), new MachineTime());
    converter.subscribe(heard);
    Bench.until("blocks", () -> !heard.events().isEmpty()); // it is heard before it goes wrong
    Path wrong = Files.writeString(tree.device.resolve("wrong"), "many\n");
    Files.move(wrong, tree.device.resolve("in_voltage1_raw"), StandardCopyOption.ATOMIC_MOVE);
    Bench.until("told", () -> !heard.interruptions().isEmpty());

    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.GARBLED);
    assertThat(heard.interruptions().get(0).detail()).contains("voltage1", "many");
  }

  @Test
  void aFormatThatIsNoneIsRefusedByName() throws Exception {
    Files.writeString(tree.device.resolve("scan_elements/in_voltage0_type"), "le:s40/32>>8\n");
    start(Map.of());
    Bench.until("failed", () -> converter.health().status() == Status.FAILED);

    assertThat(converter.health().message()).contains("adc-1", "le:s40/32>>8");
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** Whatever the files say, the driver says what is wrong or samples, and recovers. */
  @Test
  void anyContentOfTheFilesIsBorne() throws Exception {
    start(Map.of());
    Bench.until("enabled", tree::isEnabled);
    java.util.Random random = new java.util.Random(5);
    for (String file :
        new String[] {
          "in_voltage_scale",
          "in_voltage0_offset",
          "sampling_frequency",
          "scan_elements/in_voltage0_type",
          "scan_elements/in_voltage1_index",
          "scan_elements/in_timestamp_type",
          "name"
        }) {
      tree.unplug();
      Bench.until("noticed", () -> converter.health().status() == Status.FAILED);
      byte[] noise = new byte[random.nextInt(6_000)];
      random.nextBytes(noise);
      tree.plugWith(file, noise);
      Bench.until(
          "it is judged: " + file,
          () -> tree.isEnabled() || !converter.health().message().contains("there is no"));
      tree.unplug();
      tree.plug();
      Bench.until("enabled again after " + file, tree::isEnabled);
    }
    int before = heard.events().size();
    Bench.until(
        "it samples",
        () -> {
          sample(1);
          return heard.events().size() > before;
        });
  }
}
