// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A weighing indicator in continuous mode. What it sends at a time depends on that time alone, so a
 * busy machine makes frames late or leaves some out but never changes one.
 */
public final class SimulatedIndicator implements AutoCloseable {

  private final RigClock clock;
  private final BytePipe pipe;
  private final IndicatorEncoder encoder;
  private final IndicatorSettings settings;
  private final Display display;
  private RigClock.@Nullable Task running;
  private long startNanos = -1;

  public SimulatedIndicator(
      RigClock clock,
      BytePipe pipe,
      MassSignal signal,
      IndicatorEncoder encoder,
      IndicatorSettings settings) {
    this.clock = clock;
    this.pipe = pipe;
    this.encoder = encoder;
    this.settings = settings;
    this.display = new Display(signal, settings);
  }

  /** Switches on; time zero of the mass signal is the first time this is done. */
  public synchronized void start() {
    if (running == null) {
      startNanos = startNanos < 0 ? clock.nanos() : startNanos;
      Duration period = Duration.ofNanos(Math.round(1e9 / settings.frameRateHz()));
      running = clock.every(period, this::sendFrame);
    }
  }

  /** A continuous indicator takes no commands: what it is sent is read and forgotten. */
  private void sendFrame(long dueNanos) {
    pipe.read();
    Indication shown = display.at(dueNanos - startNanos);
    if (Math.abs(shown.value()) > encoder.largest()) {
      shown = Indication.blank(settings.decimals());
    }
    if (!shown.blank() || settings.outOfRange() == IndicatorSettings.OutOfRange.BLANK_FRAMES) {
      pipe.write(encoder.encode(shown));
    }
  }

  /** Switches off; the pipe stays as it is. */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }
}
