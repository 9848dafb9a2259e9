// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.record.Blob;
import io.wayside.tolling.lane.LaneAct.Shot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the camera's next frame for each picture that is wanted. Who wants one is never held up: a
 * camera that gives none is a picture that is missing, and counted.
 */
final class Photographer implements Listener<Frame>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Photographer.class);

  private static final int MOST_WANTED = 8;

  /** A frame that comes later than this shows something else. */
  private static final long LATE_NANOS = 1_000_000_000L;

  private record Wanted(long vehicle, Shot shot, long atNanos) {}

  private final Album album;
  private final Executor encoder;
  private final ArrayDeque<Wanted> wanted = new ArrayDeque<>();
  private final Subscription camera;
  private long missed;

  /**
   * @param encoder where pictures are made of frames; refuses what is too much
   */
  Photographer(FrameSource camera, Album album, Executor encoder) {
    this.album = album;
    this.encoder = encoder;
    this.camera = camera.subscribe(this);
  }

  /** Returns at once. */
  synchronized void want(long vehicle, Shot shot, long nowNanos) {
    giveUp(nowNanos);
    if (wanted.size() >= MOST_WANTED) {
      wanted.remove();
      missed++;
    }
    wanted.add(new Wanted(vehicle, shot, nowNanos));
  }

  /** Time passes: what was wanted long ago is missed. */
  synchronized void giveUp(long nowNanos) {
    while (!wanted.isEmpty() && nowNanos - wanted.peek().atNanos() > LATE_NANOS) {
      wanted.remove();
      missed++;
    }
  }

  @Override
  public void received(Frame frame) {
    List<Wanted> now = due(frame.monotonicNanos());
    if (now.isEmpty()) {
      return;
    }
    Jpeg copy = Jpeg.copy(frame);
    try {
      encoder.execute(() -> develop(copy, now));
    } catch (RejectedExecutionException busy) {
      miss(now.size());
      LOG.debug("a picture is dropped, there are enough to be encoded", busy);
    }
  }

  private synchronized List<Wanted> due(long nanos) {
    giveUp(nanos);
    List<Wanted> due = new ArrayList<>();
    wanted.removeIf(each -> nanos - each.atNanos() >= 0 && due.add(each));
    return due;
  }

  private void develop(Jpeg copy, List<Wanted> shots) {
    try {
      byte[] jpeg = copy.encoded();
      shots.forEach(
          each ->
              album.add(
                  each.vehicle(),
                  new Blob(each.shot().name().toLowerCase(Locale.ROOT), "image/jpeg", jpeg)));
    } catch (IOException | RuntimeException fault) {
      miss(shots.size());
      LOG.error("a picture could not be made", fault);
    }
  }

  private synchronized void miss(int pictures) {
    missed += pictures;
  }

  /** Wanted and not got. */
  synchronized long missed() {
    return missed;
  }

  @Override
  public void interrupted(Interruption interruption) {
    // The camera's own health tells it; what is wanted meanwhile is missed.
  }

  @Override
  public void close() {
    camera.close();
  }
}
