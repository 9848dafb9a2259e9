// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two units on one serial line. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedLineTest {

  @TempDir Path folder;

  private final Lines lines = Bench.lines();
  private Peer peer;
  private ModbusDevice one;
  private ModbusDevice two;

  @BeforeEach
  void start() throws Exception {
    peer = new Peer.OnPty(folder);
    one = Bench.device(lines, peer.link(), Map.of());
    two = Bench.device(lines, peer.link(), Map.of("unit", 2, "device_id", "transmitter-2"));
    Bench.awaitAnswers(one);
    Bench.awaitAnswers(two);
  }

  @AfterEach
  void close() {
    one.stop();
    two.stop();
    peer.close();
  }

  @Test
  void twoThreadsNeverTalkAtOnce() throws Exception {
    peer.one.holding(5, 111);
    peer.two.holding(5, 222);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<Void> first = both.submit(reading(one, 111));
      Future<Void> second = both.submit(reading(two, 222));
      first.get();
      second.get();
    } finally {
      both.shutdownNow();
    }
  }

  private static Callable<Void> reading(ModbusDevice device, int expected) {
    return () -> {
      for (int i = 0; i < 50; i++) {
        assertThat(device.read(Table.HOLDING_REGISTERS, 5, 1)).containsExactly(expected);
      }
      return null;
    };
  }

  @Test
  void theLineStaysForTheOtherWhenOneStops() throws DeviceException {
    one.stop();

    assertThat(two.read(Table.HOLDING_REGISTERS, 0, 1)).hasSize(1);
  }

  @Test
  void theLineIsFreeWhenTheLastStopped() {
    one.stop();
    two.stop();
    one = Bench.device(Bench.lines(), peer.link(), Map.of());

    Bench.awaitAnswers(one);
  }

  @Test
  void devicesThatDisagreeAboutTheLineAreRefused() {
    assertThatThrownBy(
            () -> Bench.device(lines, peer.link(), Map.of("framing", Config.Framing.TCP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ttyModbus");
  }
}
