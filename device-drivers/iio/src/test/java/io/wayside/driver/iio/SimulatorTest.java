// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.iiod.FakeIioTree;
import io.wayside.rig.simulators.iiod.IioChannel;
import io.wayside.rig.simulators.iiod.IioDescription;
import io.wayside.rig.simulators.iiod.IioDevice;
import io.wayside.rig.simulators.iiod.IiodServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver against simulators that were written apart from it, on the machine's own time. Each
 * scan holds its number, so that a jump of the sequence can be compared with what was lost.
 */
@Timeout(180)
class SimulatorTest {

  private static final double RATE_HZ = 2_000;
  private static final IioDescription CONVERTER =
      new IioDescription(
          "iio:device0",
          "ad7124-4",
          RATE_HZ,
          List.of(
              IioChannel.scanned("voltage0", 0, "be:u24/32>>8").scale("0.5").offset("-8388608"),
              IioChannel.scanned("voltage1", 1, "le:s12/16>>4"),
              IioChannel.scanned("voltage2", 2, "le:s16/16>>0"),
              IioChannel.timestamp(3)));

  @TempDir Path root;
  private final RealRigClock clock = new RealRigClock();
  private final AtomicLong scans = new AtomicLong();
  private final Heard<SampleBlock> heard = new Heard<>();
  private Converter converter;

  @AfterEach
  void stop() {
    if (converter != null) {
      converter.stop();
    }
    clock.close();
  }

  /** voltage0 counts scans from its middle, voltage1 counts within 12 bits. */
  private long[] scan() {
    long number = scans.getAndIncrement();
    return new long[] {8_388_608 + number, number % 4_096 - 2_048, -number % 30_000};
  }

  private void start(Map<String, Object> where) {
    Map<String, Object> values = new HashMap<>(where);
    values.put("converter", "ad7124-4");
    values.put("rateHz", RATE_HZ);
    values.put("channels", new String[] {"count=voltage0 scale=1", "fine=voltage1 scale=1"});
    values.put("blockMs", 20);
    converter = Bench.converter(values, new MachineTime());
    converter.subscribe(heard);
  }

  private void startLocal() {
    start(
        Map.of(
            "sysPath", root.resolve("sys/bus/iio/devices").toString(),
            "devPath", root.resolve("dev").toString()));
  }

  /** Numbers of the samples and numbers in the samples run alike. */
  private void requireCounted(List<SampleBlock> blocks) {
    SampleBlock first = blocks.get(0);
    double shift = first.samples()[0][0] - first.sequence();
    for (SampleBlock block : blocks) {
      for (int i = 0; i < block.length(); i++) {
        double number = block.samples()[0][i];
        assertThat(number).isEqualTo(block.sequence() + i + shift);
        assertThat(block.samples()[1][i]).isEqualTo(number % 4_096 - 2_048);
      }
    }
  }

  private void requireTimed(List<SampleBlock> blocks) {
    SampleBlock first = blocks.get(0);
    for (SampleBlock block : blocks.subList(1, blocks.size())) {
      assertThat(block.intervalNanos()).isCloseTo(5e5, within(50.0));
      double passed = block.firstMonotonicNanos() - first.firstMonotonicNanos();
      assertThat(passed / (block.sequence() - first.sequence())).isCloseTo(5e5, within(2e4));
    }
  }

  @Test
  void aTreeOfFilesIsSampledWithoutALoss() throws Exception {
    try (FakeIioTree tree = new FakeIioTree(root, CONVERTER, this::scan, clock)) {
      startLocal();
      Bench.until("blocks", () -> heard.events().size() >= 100);

      assertThat(converter.health().status()).isEqualTo(Status.OK);
      requireCounted(heard.events());
      requireTimed(heard.events());
      assertThat(tree.lost()).isZero();
    }
  }

  @Test
  void anOverrunOfATreeIsAJumpOfExactlyAsMany() throws Exception {
    try (FakeIioTree tree = new FakeIioTree(root, CONVERTER, this::scan, clock)) {
      startLocal();
      Bench.until("blocks", () -> heard.events().size() >= 20);
      tree.overrun(333);
      int before = heard.events().size();
      Bench.until("blocks after it", () -> heard.events().size() >= before + 40);

      requireCounted(heard.events());
      List<SampleBlock> blocks = heard.events();
      long samples = blocks.stream().mapToLong(SampleBlock::length).sum();
      SampleBlock last = blocks.get(blocks.size() - 1);
      assertThat(last.sequence() + last.length() - samples).isEqualTo(333);
    }
  }

  @Test
  void anIiodIsSampledWithoutALoss() throws Exception {
    IioDevice device = IioDevice.paced(CONVERTER, this::scan, clock);
    try (IiodServer iiod = new IiodServer(0, List.of(device), clock)) {
      start(Map.of("transport", "tcp://127.0.0.1:" + iiod.port()));
      Bench.until("blocks", () -> heard.events().size() >= 100);

      assertThat(converter.health().status()).isEqualTo(Status.OK);
      requireCounted(heard.events());
      requireTimed(heard.events());
    }
  }

  @Test
  void anOverrunAtAnIiodIsAJumpOfExactlyAsMany() throws Exception {
    IioDevice device = IioDevice.paced(CONVERTER, this::scan, clock);
    try (IiodServer iiod = new IiodServer(0, List.of(device), clock)) {
      start(Map.of("transport", "tcp://127.0.0.1:" + iiod.port()));
      Bench.until("blocks", () -> heard.events().size() >= 20);
      device.overrun(77);
      int before = heard.events().size();
      Bench.until("blocks after it", () -> heard.events().size() >= before + 40);

      requireCounted(heard.events());
    }
  }

  @Test
  void faultsOfTheConnectionAreInterruptionsAndNeverWrongNumbers() throws Exception {
    IioDevice device = IioDevice.paced(CONVERTER, this::scan, clock);
    try (IiodServer iiod = new IiodServer(0, List.of(device), clock)) {
      start(Map.of("transport", "tcp://127.0.0.1:" + iiod.port()));
      for (int round = 1; round <= 8; round++) {
        int told = heard.interruptions().size();
        int before = heard.events().size();
        Bench.until("blocks", () -> heard.events().size() >= before + 5);
        switch (round % 4) {
          case 0 -> iiod.hangUp();
          case 1 -> iiod.faults().cutAfter(100);
          case 2 -> {
            device.unplug();
            Bench.until("told", () -> heard.interruptions().size() > told);
            device.replug();
          }
          default -> iiod.faults().misstateLength(3);
        }
        Bench.until("told", () -> heard.interruptions().size() > told);
      }
      for (SampleBlock block : heard.events()) {
        double number = block.samples()[0][0];
        assertThat(block.samples()[1][0]).isEqualTo(number % 4_096 - 2_048);
        assertThat(block.samples()[0][block.length() - 1]).isEqualTo(number + block.length() - 1);
      }
      assertThat(heard.events()).extracting(SampleBlock::sequence).isSorted();
    }
  }
}
