// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.counting.naming.Named;
import io.wayside.counting.picture.FrameCounter;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.CountingLine;
import io.wayside.opencv.Native;
import io.wayside.opencv.NativeMissing;
import java.util.List;
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
  private final Optional<Eyes> eyes;
  private volatile @Nullable Health missing;
  private @Nullable FrameCounter counter;
  private boolean closed;
  private int widthPx;
  private int heightPx;

  /**
   * Nothing is seen yet.
   *
   * @param eyes empty: classes are told by outlines alone
   */
  Watching(Plan plan, CameraStation station, Optional<Eyes> eyes) {
    this.plan = plan;
    this.station = station;
    this.eyes = eyes;
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
    place(frame.widthPx(), frame.heightPx(), nanos);
    List<Sighting> sightings = now.see(frame, atS);
    List<Named> crossed =
        eyes.isEmpty()
            ? plain(sightings)
            : eyes.get().named(sightings, frame, now.nearLines(), atS);
    station.seen(nanos, crossed, now.learns(atS));
    for (CountingLine line : plan.lines()) {
      station.queue(line.id(), now.isQueue(line.id(), atS), nanos);
      station.occupied(line.id(), now.occupied(line.id(), atS));
    }
  }

  private void place(int width, int height, long nanos) {
    if (width != widthPx || height != heightPx) {
      widthPx = width;
      heightPx = height;
      List<String> outside = plan.outside(width, height).stream().map(CountingLine::id).toList();
      station.size(width, height, outside, nanos);
    }
  }

  private static List<Named> plain(List<Sighting> sightings) {
    return sightings.stream().map(Named::byOutline).toList();
  }

  /** No frame follows for a while: what has crossed is told now. */
  synchronized void pause() {
    FrameCounter now = counter;
    if (now != null && !closed) {
      List<Sighting> rest = now.rest();
      station.late(eyes.isEmpty() ? plain(rest) : eyes.get().rest(rest));
      plan.lines().forEach(line -> station.occupied(line.id(), now.restOccupied(line.id())));
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

  /** What is wrong with the detector, if there is one. */
  Optional<Health> trouble(long nanos) {
    return eyes.flatMap(one -> one.trouble(nanos));
  }

  @Override
  public synchronized void close() {
    pause();
    closed = true;
    FrameCounter now = counter;
    if (now != null) {
      now.close();
    }
    eyes.ifPresent(Eyes::close);
  }
}
