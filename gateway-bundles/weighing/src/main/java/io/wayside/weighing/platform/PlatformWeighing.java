// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Weighs vehicles that roll over a platform. Memory: one passage, cut after a while. */
public final class PlatformWeighing implements MotionWeighing {

  /** Changes that wait for their samples; the oldest is applied at once when there are more. */
  private static final int MOST_WAITING = 256;

  private record Change(String contact, boolean active, long atNanos) {}

  private final PlatformInstrument instrument;
  private final CellSum cells;
  private final int[] loopChannels;
  private final PlatformWatch watch;
  private final Deque<Change> changes = new ArrayDeque<>();
  private long nextSequence = -1;

  /**
   * @param channelNames of the samples, in the order in which blocks carry them
   */
  public PlatformWeighing(PlatformInstrument instrument, List<String> channelNames) {
    this.instrument = instrument;
    this.cells = new CellSum(instrument.cells(), channelNames);
    this.watch = new PlatformWatch(instrument);
    this.loopChannels =
        instrument.loops().stream()
            .mapToInt(
                loop ->
                    loop.isContact() ? -1 : CellSum.channelOf(loop.source(), channelNames, "loop"))
            .toArray();
  }

  @Override
  public void samples(SampleBlock block, Consumer<? super MotionVehicle> found) {
    if (nextSequence >= 0 && block.sequence() != nextSequence) {
      lost(found);
    }
    nextSequence = block.sequence() + block.length();
    watch.doubt(block.flags());
    for (int i = 0; i < block.length(); i++) {
      double seconds = (block.firstMonotonicNanos() + Math.round(i * block.intervalNanos())) / 1e9;
      while (!changes.isEmpty() && changes.getFirst().atNanos() / 1e9 <= seconds) {
        apply(changes.removeFirst());
      }
      for (int k = 0; k < loopChannels.length; k++) {
        if (loopChannels[k] >= 0) {
          watch.loopSample(k, block.samples()[loopChannels[k]][i], seconds);
        }
      }
      cells.take(block, i).ifPresent(point -> watch.point(point, found));
    }
  }

  @Override
  public void contact(String contactId, boolean active, long atNanos) {
    changes.addLast(new Change(contactId, active, atNanos));
    if (changes.size() > MOST_WAITING) {
      apply(changes.removeFirst());
    }
  }

  /** As {@link #contact(String, boolean, long)}. */
  public void contact(String contactId, ContactChange change) {
    contact(contactId, change.active(), change.monotonicNanos());
  }

  @Override
  public void interrupted(Interruption interruption, Consumer<? super MotionVehicle> found) {
    lost(found);
    nextSequence = -1;
  }

  @Override
  public void finish(Consumer<? super MotionVehicle> found) {
    watch.finish(found);
  }

  @Override
  public List<Trouble> troubles() {
    return new ArrayList<>(watch.troubles());
  }

  private void lost(Consumer<? super MotionVehicle> found) {
    cells.restart();
    watch.lost(found);
  }

  private void apply(Change change) {
    for (int i = 0; i < loopChannels.length; i++) {
      PresenceLoop loop = instrument.loops().get(i);
      if (loop.isContact() && loop.source().equals(change.contact())) {
        watch.loop(i, change.active(), change.atNanos() / 1e9);
      }
    }
  }
}
