// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health;
import io.wayside.rig.contracts.SourceHarness;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/** A converter on a scripted chip, on simulated time. */
final class ChipHarness<C extends ScriptedChip>
    implements SourceHarness<SampleStream, SampleBlock> {

  static final int BLOCK = 10;

  final SimulatedTime time = new SimulatedTime();
  final C chip;
  final LoadCellConverter converter;

  ChipHarness(Function<SimulatedTime, C> maker, double rateHz) {
    chip = maker.apply(time);
    converter =
        new LoadCellConverter(
            config(Map.of("rateHz", rateHz, "blockMs", (int) (1000 * BLOCK / rateHz))),
            () -> {
              chip.require();
              return chip.driven(rateHz);
            },
            time);
  }

  /** The annotation's defaults with these values over them. */
  static Config config(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "cell-1");
    values.put("model", Config.Model.ADS1232);
    values.put("unitsPerCount", 0.5);
    values.put("offsetCounts", 100.0);
    values.put("lookEveryUs", 50);
    values.put("silentAfterMs", 60_000);
    values.putAll(more);
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  @Override
  public SampleStream device() {
    return converter;
  }

  @Override
  public long monotonicNanos() {
    return time.monotonicNanos();
  }

  @Override
  public void peerSays(int number) {
    for (int i = 0; i < BLOCK; i++) {
      chip.input(1_000 * number - 50_000 + i);
    }
  }

  @Override
  public boolean carries(SampleBlock block, int number) {
    return block.samples()[0][0] == 0.5 * (1_000 * number - 50_000 + 100)
        && block.samples()[0][block.length() - 1]
            == 0.5 * (1_000 * number - 50_000 + block.length() - 1 + 100);
  }

  @Override
  public void breakLink() {
    chip.plug(false);
  }

  @Override
  public void restoreLink() {
    chip.plug(true);
  }

  @Override
  public void close() {
    converter.stop();
  }

  boolean isFailed() {
    return converter.health().status() == Health.Status.FAILED;
  }

  /** Looks until it is so, for a minute at most. */
  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }
}
