// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.counting.picture.FrameCounter;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.vision.CountingLine;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames into a station. The bundle of OpenCV is optional in a gateway; without it, or where its
 * library does not load, nothing is counted and health says what to do.
 */
final class Watching implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

  private final Plan plan;
  private final CameraStation station;
  private volatile @Nullable Health missing;
  private @Nullable FrameCounter counter;
  private boolean closed;

  Watching(Plan plan, CameraStation station) {
    this.plan = plan;
    this.station = station;
  }

  /** Looks at a frame; the caller's thread waits for as long. */
  synchronized void see(Frame frame) {
    if (closed || missing != null) {
      return;
    }
    try {
      look(frame);
    } catch (NativeMissing notLoaded) {
      without(String.valueOf(notLoaded.getMessage()), frame);
    } catch (LinkageError notInstalled) {
      without(
          "the bundle io.wayside.opencv is not installed ("
              + notInstalled
              + "); put its jar into the release's bundles folder and restart the gateway",
          frame);
    }
  }

  private void look(Frame frame) throws NativeMissing {
    FrameCounter now = counter;
    if (now == null) {
      Native.load();
      now = new FrameCounter(plan);
      counter = now;
    }
    long nanos = frame.monotonicNanos();
    double atS = nanos / 1e9;
    var sightings = now.see(frame, atS);
    station.seen(nanos, sightings, now.learns(atS));
    for (CountingLine line : plan.lines()) {
      station.queue(line.id(), now.isQueue(line.id(), atS), nanos);
    }
  }

  /** No frame follows for a while: what has crossed is told now. */
  synchronized void pause() {
    FrameCounter now = counter;
    if (now != null && !closed) {
      station.late(now.rest());
    }
  }

  private void without(String what, Frame frame) {
    LOG.error("nothing is counted: {}", what);
    missing =
        new Health(
            Status.FAILED, "opencv-missing", "nothing is counted: " + what, frame.monotonicNanos());
  }

  /** Why no picture can be looked at, if so. */
  Optional<Health> missing() {
    return Optional.ofNullable(missing);
  }

  @Override
  public synchronized void close() {
    pause();
    closed = true;
    FrameCounter now = counter;
    if (now != null) {
      now.close();
    }
  }
}
