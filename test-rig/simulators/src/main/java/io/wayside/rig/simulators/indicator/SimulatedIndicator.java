// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighing indicator, in continuous mode or answering commands. What it shows at a time depends
 * on that time and the commands before it alone, so a busy machine makes frames late or leaves some
 * out but never changes one.
 */
public final class SimulatedIndicator implements AutoCloseable {

  /** How often an indicator looks for commands. */
  private static final Duration LISTENING = Duration.ofMillis(10);

  private final RigClock clock;
  private final BytePipe pipe;
  private final IndicatorFormat format;
  private final IndicatorSettings settings;
  private final Conversation conversation;
  private final Display display;
  private final List<RigClock.Task> running = new ArrayList<>();
  private long startNanos = -1;

  public SimulatedIndicator(
      RigClock clock,
      BytePipe pipe,
      MassSignal signal,
      IndicatorEncoder encoder,
      IndicatorSettings settings) {
    this(clock, pipe, signal, IndicatorFormat.of(encoder), settings);
  }

  /** An indicator that shows pounds takes interval and capacity of the settings as pounds. */
  public SimulatedIndicator(
      RigClock clock,
      BytePipe pipe,
      MassSignal signal,
      IndicatorFormat format,
      IndicatorSettings settings) {
    this.clock = clock;
    this.pipe = pipe;
    this.format = format;
    this.settings = settings;
    this.conversation = format.conversation().get();
    double unitKg = format.unit().kilograms();
    this.display = new Display(elapsed -> signal.massKgAt(elapsed) / unitKg, settings);
  }

  /** Switches on; time zero of the mass signal is the first time this is done. */
  public synchronized void start() {
    if (running.isEmpty()) {
      startNanos = startNanos < 0 ? clock.nanos() : startNanos;
      Duration period = Duration.ofNanos(Math.round(1e9 / settings.frameRateHz()));
      if (!(conversation instanceof ContinuousConversation)) {
        running.add(clock.every(LISTENING, this::listen));
      }
      running.add(clock.every(period, this::sendFrame));
    }
  }

  private void listen(long dueNanos) {
    byte[] heard = pipe.read();
    display.at(dueNanos - startNanos);
    send(conversation.hear(format.evenParity() ? sevenBits(heard) : heard, display));
  }

  private void sendFrame(long dueNanos) {
    listen(dueNanos);
    send(conversation.repeat(display));
  }

  private void send(List<byte[]> frames) {
    for (byte[] frame : frames) {
      pipe.write(format.evenParity() ? ParityMarked.even(frame) : frame);
    }
  }

  private static byte[] sevenBits(byte[] bytes) {
    byte[] seven = bytes.clone();
    for (int i = 0; i < seven.length; i++) {
      seven[i] &= 0x7F;
    }
    return seven;
  }

  /** Switches off; the pipe stays as it is. */
  @Override
  public synchronized void close() {
    running.forEach(RigClock.Task::cancel);
    running.clear();
  }
}
