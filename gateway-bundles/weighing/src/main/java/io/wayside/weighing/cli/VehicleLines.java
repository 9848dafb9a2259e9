// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.motion.MotionVehicle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Weighs a recording as it is read, and writes a line for each vehicle as soon as it is found. */
final class VehicleLines implements RecordingSink {

  private static final int MOST_TOLD = 10;

  private final String name;
  private final Optional<Node> site;
  private final LaneJudge judge;
  private final Optional<LocalDate> day;
  private final Consumer<String> told;
  private final List<String> held = new ArrayList<>();
  private @Nullable Writer writer;
  private @Nullable OpenInstrument instrument;
  private @Nullable RecordingHead head;
  private @Nullable Wrong wrong;
  private @Nullable String firstDamage;
  private int damages;

  /**
   * A sink for one recording.
   *
   * @param name of the recording, for messages
   * @param site the instrument's document; empty when the recording's own is to be used
   * @param told hears of damage, one line each
   */
  VehicleLines(
      String name,
      Optional<Node> site,
      LaneJudge judge,
      Optional<LocalDate> day,
      Consumer<String> told) {
    this.name = name;
    this.site = site;
    this.judge = judge;
    this.day = day;
    this.told = told;
  }

  /** Whether the instrument is known. */
  boolean isReady() {
    return instrument != null;
  }

  int damages() {
    return damages;
  }

  Optional<String> firstDamage() {
    return Optional.ofNullable(firstDamage);
  }

  void rethrow() throws Wrong {
    if (wrong != null) {
      throw wrong;
    }
  }

  /** From now on lines go there; those found before come first. */
  void writeTo(Writer output) throws IOException {
    writer = output;
    for (String line : held) {
      output.write(line);
    }
    held.clear();
  }

  /** The end of the signal. */
  void finish() {
    if (instrument != null) {
      instrument.weighing().finish(this::found);
    }
  }

  @Override
  public void head(RecordingHead read) {
    if (head != null) {
      if (!read.offered().equals(head.offered())) {
        wrong = new Wrong(name + ": the channels change within the recording; cut it there");
      }
      return; // a head repeated against damage, or recordings joined end to end
    }
    head = read;
    try {
      Node document =
          site.orElseGet(() -> Node.of(name + ": the instrument it carries", read.instrument()));
      if (document.value() instanceof Value.Absent) {
        throw new Wrong(name + " carries no instrument document; give one with --site");
      }
      instrument =
          OpenInstrument.of(
              document, read.offered().stream().map(SampleStream.Channel::name).toList());
    } catch (GarbledData garbled) {
      wrong = new Wrong(String.valueOf(garbled.getMessage()));
    } catch (Wrong unusable) {
      wrong = unusable;
    }
  }

  @Override
  public void block(SampleBlock block) {
    if (instrument != null && wrong == null) {
      instrument.weighing().samples(block, this::found);
    }
  }

  @Override
  public void damaged(Damage damage) {
    if (firstDamage == null) {
      firstDamage = damage.toString();
    }
    if (instrument == null) {
      return; // no recording at all, if nothing better comes; then that is the one thing told
    }
    if (++damages <= MOST_TOLD) {
      told.accept("wayside weigh: " + name + ": " + damage);
    } else if (damages == MOST_TOLD + 1) {
      told.accept("wayside weigh: " + name + ": and further places");
    }
  }

  private void found(MotionVehicle vehicle) {
    RecordingHead of = Objects.requireNonNull(head);
    Instant at = of.startedAt().plusNanos(vehicle.beganNanos() - of.startMonotonicNanos());
    LocalDate on = day.orElseGet(() -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    LaneJudge.Opinion opinion = judge.judge(vehicle, vehicle.flags(), on);
    String line =
        Json.write(VehicleLine.of(vehicle, opinion, of.startMonotonicNanos(), of.startedAt()))
            + "\n";
    if (writer == null) {
      held.add(line);
      return;
    }
    try {
      writer.write(line);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the output cannot be written", unwritable);
    }
  }
}
