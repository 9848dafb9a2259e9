// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.device.Frame;
import io.wayside.core.health.Health;
import io.wayside.counting.naming.Look;
import io.wayside.counting.naming.Named;
import io.wayside.counting.naming.Naming;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.vision.Followed;
import java.util.List;
import java.util.Optional;

/** Has a detector name what is counted. Its frames come one at a time. */
final class Eyes {

  private final Naming naming;
  private final Asking asking;
  private int widthPx;
  private int heightPx;

  Eyes(Naming naming, Asking asking) {
    this.naming = naming;
    this.asking = asking;
  }

  /**
   * Asks about a frame if that is worth while, and tells what is to be counted now.
   *
   * @param crossed what crossed a line by this frame
   * @param near who is near a line in it
   */
  List<Named> named(List<Sighting> crossed, Frame frame, List<Followed> near, double atS) {
    if (frame.widthPx() != widthPx || frame.heightPx() != heightPx) {
      widthPx = frame.widthPx();
      heightPx = frame.heightPx();
      naming.forget();
    }
    naming.crossed(crossed, atS);
    if (asking.isFree(frame.monotonicNanos())) {
      naming.look(near, atS).ifPresent(look -> asking.ask(frame, answer(look)));
    }
    return naming.due(atS);
  }

  private Asking.Answer answer(Look look) {
    return new Asking.Answer() {
      @Override
      public void found(List<Detection> detections) {
        naming.answered(look, detections);
      }

      @Override
      public void nothing() {
        naming.unanswered(look);
      }
    };
  }

  /** All that waits, and what crossed at last: no frames follow. */
  List<Named> rest(List<Sighting> crossed) {
    naming.crossed(crossed, 0);
    return naming.rest();
  }

  Optional<Health> trouble(long nanos) {
    return asking.trouble(nanos);
  }

  void close() {
    asking.close();
  }
}
