// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reversed stream of XK3190-D2+, D, D9, ORMT-2000, remote displays and Keli (tF=2, tF=3): '='
 * and then 6 to 8 characters, least significant first. A point stands at the start or inside, a
 * minus sign comes last; 12340 is {@code =0432100}. A blank display sends spaces.
 *
 * <p>The length is not told, so a frame ends with the '=' of the next. There is no check, so a
 * value counts only when two frames one after the other, with nothing wrong between them, are
 * equal.
 */
final class ReversedCodec implements IndicatorCodec {

  private static final int LEAST = 6;
  private static final int MOST = 8;

  private final byte[] window = new byte[MOST];
  private int held;
  private boolean inFrame;
  private long lastByteNanos;
  private byte @Nullable [] before;

  @Override
  public void accept(byte next, long arrivalNanos, Heard heard) {
    if (next == '=') {
      endFrame(heard);
      inFrame = true;
      held = 0;
      lastByteNanos = arrivalNanos;
    } else if (!inFrame) {
      heard.skipped(1);
    } else if (held == MOST || !isPossible(next)) {
      drop(held + 2, heard);
    } else {
      window[held++] = next;
      lastByteNanos = arrivalNanos;
    }
  }

  @Override
  public void reset() {
    inFrame = false;
    held = 0;
    before = null;
  }

  private void drop(int bytes, Heard heard) {
    reset();
    heard.skipped(bytes);
  }

  private void endFrame(Heard heard) {
    if (!inFrame) {
      return;
    }
    if (held < LEAST) {
      drop(held + 1, heard);
      return;
    }
    byte[] frame = new byte[held + 1];
    frame[0] = '=';
    System.arraycopy(window, 0, frame, 1, held);
    Indication indication = ReversedNumber.read(window, held);
    if (indication == null) {
      before = null;
      heard.unreadable(frame);
    } else if (Arrays.equals(frame, before)) {
      heard.indication(indication, frame, lastByteNanos);
    } else {
      before = frame;
      heard.unconfirmed(frame);
    }
  }

  private static boolean isPossible(byte character) {
    return (character >= '0' && character <= '9')
        || character == '.'
        || character == '-'
        || character == ' ';
  }
}
