// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;

/**
 * Looks at the last bytes after each byte, so that no beginning of a frame is ever missed behind
 * garbage, a cut frame or a start character that was none. Holds no more than the longest frame.
 */
abstract class WindowCodec implements IndicatorCodec {

  private final byte[] window;
  private int held;

  /** How many of the oldest bytes were reported as part of a frame that was dropped. */
  private int reported;

  WindowCodec(int longestFrame) {
    this.window = new byte[longestFrame];
  }

  /** The length of the frame that ends with the last of the held bytes by its shape; 0 if none. */
  abstract int endingHere(byte[] bytes, int count);

  /** What a frame of that shape says. */
  abstract Content read(byte[] frame);

  /** Whether a byte between two frames means nothing, such as a line end. */
  boolean isFiller(byte between) {
    return false;
  }

  /** Whether the last byte of a frame may be the first byte of the next one. */
  boolean mayBegin(byte last) {
    return false;
  }

  @Override
  public final void accept(byte next, long arrivalNanos, Heard heard) {
    if (held == window.length) {
      letGo(1, heard);
    }
    window[held++] = next;
    int length = endingHere(window, held);
    if (length == 0) {
      return;
    }
    letGo(held - length, heard);
    byte[] frame = Arrays.copyOf(window, length);
    Content content = read(frame);
    if (content instanceof Content.Weight weight) {
      taken(next);
      weight(weight.indication(), frame, arrivalNanos, heard);
    } else if (content instanceof Content.NoWeight none) {
      taken(next);
      heard.noWeight(frame, none.why());
    } else if (content instanceof Content.KeyDone) {
      taken(next);
      heard.keyDone(frame);
    } else {
      // A true frame may begin inside a wrong one, so its bytes stay.
      reported = length;
      wrong();
      if (content instanceof Content.CheckFailed) {
        heard.checkFailed(frame);
      } else {
        heard.unreadable(frame);
      }
    }
  }

  /** A frame with a number or a blank display. */
  void weight(Indication indication, byte[] frame, long arrivalNanos, Heard heard) {
    heard.indication(indication, frame, arrivalNanos);
  }

  /** Something came that was no good frame. */
  void wrong() {}

  private void taken(byte last) {
    held = mayBegin(last) ? 1 : 0;
    reported = held;
    window[0] = last;
  }

  private void letGo(int count, Heard heard) {
    int skipped = 0;
    for (int i = Math.min(reported, count); i < count; i++) {
      skipped += isFiller(window[i]) ? 0 : 1;
    }
    reported = Math.max(0, reported - count);
    held -= count;
    System.arraycopy(window, count, window, 0, held);
    if (skipped > 0) {
      wrong();
      heard.skipped(skipped);
    }
  }

  @Override
  public void reset() {
    held = 0;
    reported = 0;
  }
}
