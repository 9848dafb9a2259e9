// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.indicator.Indication;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An indicator on a real wire; its peer sends single frames of the rig's encoder when told. */
final class WireHarness implements SourceHarness<WeightSource, WeightReading> {

  /** Sent until the driver listens; no number of a suite. */
  private static final int WARMING_UP = 1_000;

  private static final int WARM = 1_001;

  private final BytePipe pipe;
  private final Indicator indicator;

  private WireHarness(BytePipe pipe, Indicator indicator) {
    this.pipe = pipe;
    this.indicator = indicator;
  }

  /** The driver drops what comes right after opening, so the harness waits until it listens. */
  static WireHarness over(BytePipe pipe, String scheme) throws IOException {
    pipe.open();
    WireHarness harness = new WireHarness(pipe, Wired.indicator(scheme + pipe.address()));
    Captured heard = new Captured();
    try (var subscription = harness.indicator.subscribe(heard)) {
      Wired.until(
          "the driver listens on " + subscription,
          () -> {
            harness.peerSays(WARMING_UP);
            return !heard.readings().isEmpty();
          });
      harness.peerSays(WARM);
      Wired.until("it has heard all", () -> harness.carries(heard.last(), WARM));
    }
    return harness;
  }

  @Override
  public WeightSource device() {
    return indicator;
  }

  @Override
  public long monotonicNanos() {
    return Wired.TIME.monotonicNanos();
  }

  @Override
  public void peerSays(int number) {
    pipe.write(YaohuaEncoder.standard().encode(Indication.of(massKg(number), 0)));
  }

  @Override
  public boolean carries(WeightReading reading, int number) {
    return reading.mass().kilograms() == massKg(number);
  }

  private static long massKg(int number) {
    return Math.round(Wired.INTERVAL_KG * number);
  }

  @Override
  public void breakLink() {
    pipe.unplug();
  }

  @Override
  public void restoreLink() {
    try {
      pipe.replug();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    indicator.stop();
    pipe.close();
  }
}
