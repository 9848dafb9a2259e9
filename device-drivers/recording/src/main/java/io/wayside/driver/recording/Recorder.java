// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleStream;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.recording.tap.Tap;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Writes down what a sampled device of the site says. */
@Component(
    name = Recorder.PID,
    configurationPid = Recorder.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = RecorderConfig.class, factory = true)
public final class Recorder implements HealthSource, CommandHandler {

  static final String PID = "io.wayside.device.recorder";
  static final String START = "start-recording";
  static final String STOP = "stop-recording";

  private final Tap.Settings settings;
  private final SampleStream stream;
  private final TimeSource time;
  private volatile @Nullable Tap tap;
  private @Nullable Subscription subscription;

  @Activate
  public Recorder(
      RecorderConfig config,
      @Reference(name = "stream") SampleStream stream,
      @Reference(name = "time") TimeSource time) {
    this.stream = stream;
    this.time = time;
    this.settings =
        new Tap.Settings(
            config.device_id(),
            Path.of(config.folder()),
            config.instrumentFile(),
            config.coding(),
            config.queueBlocks(),
            Math.min(config.fileBytes(), config.totalBytes() / 2),
            TimeUnit.SECONDS.toNanos(config.fileDurationS()),
            config.totalBytes(),
            config.keepFreeBytes());
    if (config.recordFromStart()) {
      begin(Value.ABSENT, Value.ABSENT);
    }
  }

  private synchronized void begin(Value notes, Value truth) {
    Tap begun = new Tap(settings, stream, time, notes, truth);
    begun.start();
    tap = begun;
    subscription = stream.subscribe(begun);
  }

  /** Ends the recording if there is one; returns what is to be said of it. */
  private synchronized Value.@Nullable Fields end() {
    Tap ending = tap;
    Subscription open = subscription;
    if (ending == null || open == null) {
      return null;
    }
    open.close();
    ending.close();
    tap = null;
    subscription = null;
    return state(ending);
  }

  private static Value.Fields state(Tap tap) {
    return Value.Fields.with("written", tap.written()).and("dropped", tap.dropped()).build();
  }

  @Deactivate
  void stop() {
    end();
  }

  @Override
  public String target() {
    return healthId();
  }

  @Override
  public Map<String, Permission> verbs() {
    return Map.of(START, Permission.MAINTAIN, STOP, Permission.MAINTAIN);
  }

  /** {@code start-recording} takes {@code notes} and {@code truth}, which go into the files. */
  @Override
  public synchronized CommandResult handle(Command command) {
    if (command.verb().equals(START)) {
      if (tap != null) {
        return new Refused(
            "already-recording", settings.deviceId() + " records already; stop it first");
      }
      begin(command.arguments().get("notes"), command.arguments().get("truth"));
      return new Done(Value.Fields.with("folder", settings.folder().toString()).build());
    }
    if (command.verb().equals(STOP)) {
      Value.Fields ended = end();
      return ended != null
          ? new Done(ended)
          : new Refused("not-recording", settings.deviceId() + " does not record now");
    }
    return new Refused(
        "unknown-verb", "a recorder knows " + verbs().keySet() + ", not " + command.verb());
  }

  @Override
  public String healthId() {
    return "device." + settings.deviceId();
  }

  @Override
  public Health health() {
    Tap running = tap;
    return running == null ? Health.ok(0) : running.health();
  }
}
