// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * High-speed weigh-in-motion over strips. A contact's edges are to be told before the samples that
 * follow them.
 */
public final class StripWeighing implements MotionWeighing {

  // Temperature of a pavement changes in minutes; readings of one second or so make one.
  private static final double TEMPERATURE_RATE = 0.05;
  // Unseen longer than this, a lane says nothing about what stands there now.
  private static final int LONGEST_GAP_S = 3600;

  private final StripInstrument instrument;
  private final Map<String, Integer> places = new HashMap<>();
  private final BiConsumer<? super MotionVehicle, ? super List<Crossing>> crossed;
  private final SampleClock clock = new SampleClock();
  private final Doubts doubts = new Doubts();
  private final Layout layout;
  private final Presences presences;
  private final SensorWatch watch;
  private final int channelCount;
  private final int temperaturePlace;
  private final int[] detectorPlaces;

  private @Nullable Lane lane;
  private boolean heard;
  private long expected;
  private long next;
  private double degreesC = Double.NaN;

  /**
   * @param channelNames of the sample blocks that will come, in their order
   */
  public StripWeighing(StripInstrument instrument, List<String> channelNames) {
    this(instrument, channelNames, (vehicle, crossings) -> {});
  }

  /**
   * @param crossed told what each half-line saw of each vehicle, before the vehicle is found
   */
  public StripWeighing(
      StripInstrument instrument,
      List<String> channelNames,
      BiConsumer<? super MotionVehicle, ? super List<Crossing>> crossed) {
    this.instrument = instrument;
    this.crossed = crossed;
    this.channelCount = channelNames.size();
    for (String channel : instrument.channels()) {
      int place = channelNames.indexOf(channel);
      if (place < 0) {
        throw new IllegalArgumentException(
            "instrument "
                + instrument.head().id()
                + " needs the channel \""
                + channel
                + "\", but the samples have "
                + channelNames
                + "; name the channels alike");
      }
      places.put(channel, place);
    }
    this.layout = new Layout(instrument.lines());
    this.presences = new Presences(instrument, places);
    this.watch = new SensorWatch(layout);
    this.temperaturePlace =
        instrument.temperatureChannel().map(channel -> place(channel)).orElse(-1);
    this.detectorPlaces =
        layout.detectors().stream().mapToInt(d -> place(d.half().channel())).toArray();
  }

  private int place(String channel) {
    return places.getOrDefault(channel, -1);
  }

  @Override
  public void samples(SampleBlock block, Consumer<? super MotionVehicle> found) {
    if (block.samples().length != channelCount) {
      throw new IllegalArgumentException(
          "instrument "
              + instrument.head().id()
              + " was told of "
              + channelCount
              + " channels, but a block has "
              + block.samples().length
              + "; the driver must not change them while it runs");
    }
    if (block.length() == 0) {
      return;
    }
    if (heard && block.sequence() != expected) {
      lose(block.sequence() - expected, found);
    }
    heard = true;
    expected = block.sequence() + block.length();
    clock.set(next, block.firstMonotonicNanos(), block.intervalNanos());
    presences.settle(clock);
    Lane at = lane(found);
    if (!block.flags().isEmpty()) {
      doubts.add(next, next + block.length(), block.flags());
    }
    int from = 0;
    while (from < block.length()) {
      int to = (int) Math.min(block.length(), from + Lane.STEP - next % Lane.STEP);
      presences.take(block.samples(), from, to, next, clock.samplesPerSecond());
      for (int i = 0; i < detectorPlaces.length; i++) {
        at.take(i, block.samples()[detectorPlaces[i]], from, to);
      }
      next += to - from;
      from = to;
      if (next % Lane.STEP == 0) {
        temperature(block, to - 1);
        bringOut(at.decide(next, degreesC), found);
      }
    }
  }

  /** The lane for this sampling rate; another rate is another lane. */
  private Lane lane(Consumer<? super MotionVehicle> found) {
    Lane at = lane;
    if (at != null && !at.isFor(clock.samplesPerSecond())) {
      doubts.lost(next, next);
      bringOut(at.finish(next, degreesC), found);
      doubts.observeFrom(next);
      at = null;
    }
    if (at == null) {
      at = new Lane(instrument, layout, clock, presences, watch, doubts);
      at.skip(next);
      lane = at;
    }
    return at;
  }

  private void temperature(SampleBlock block, int sample) {
    if (temperaturePlace < 0) {
      return;
    }
    double reading = block.samples()[temperaturePlace][sample];
    if (Double.isFinite(reading)) {
      degreesC =
          Double.isNaN(degreesC) ? reading : degreesC + TEMPERATURE_RATE * (reading - degreesC);
    }
  }

  private void lose(long jump, Consumer<? super MotionVehicle> found) {
    long most = (long) (LONGEST_GAP_S * clock.samplesPerSecond());
    long lost = jump < 0 || jump > most ? most : jump; // a device that started anew counts from 0
    doubts.lost(next, next + lost);
    Lane at = lane;
    if (at != null) {
      bringOut(at.finish(next, degreesC), found);
      at.skip(lost);
      presences.forget();
    }
    next += lost;
    doubts.observeFrom(next);
  }

  private void bringOut(
      List<VehicleWeigher.Outcome> outcomes, Consumer<? super MotionVehicle> found) {
    for (VehicleWeigher.Outcome outcome : outcomes) {
      crossed.accept(outcome.vehicle(), outcome.crossings());
      found.accept(outcome.vehicle());
    }
  }

  @Override
  public void contact(String contactId, boolean active, long atNanos) {
    presences.contact(contactId, active, atNanos, clock);
  }

  @Override
  public void interrupted(Interruption interruption, Consumer<? super MotionVehicle> found) {
    doubts.lost(next, next);
    Lane at = lane;
    if (at != null) {
      bringOut(at.finish(next, degreesC), found);
      at.skip(0);
    }
    doubts.observeFrom(next);
    presences.forget();
  }

  @Override
  public void finish(Consumer<? super MotionVehicle> found) {
    Lane at = lane;
    if (at != null) {
      bringOut(at.finish(next, degreesC), found);
    }
  }

  @Override
  public List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>(watch.troubles());
    presences.troubles(troubles);
    return List.copyOf(troubles);
  }
}
