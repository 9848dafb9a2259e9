// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Five binary bytes of HT9800 and GM8803 (format 1): {@code FF | status | b0 | b1 | b2}, three BCD
 * bytes, least significant first. Status: bits 0 to 2 decimals, which the HT9800 sends one too
 * high; bit 5 negative. The two differ by ten on the same bytes. Motion, basis and unit are not
 * told.
 *
 * <p>There is neither a check nor an end, so a value counts only when two frames one after the
 * other, with nothing wrong between them, are equal.
 */
final class BcdCodec extends WindowCodec {

  private static final int LENGTH = 5;

  private final int decimalsTooHigh;
  private byte @Nullable [] before;

  /**
   * A format.
   *
   * @param decimalsTooHigh 1 for the HT9800, else 0
   */
  BcdCodec(int decimalsTooHigh) {
    super(LENGTH);
    this.decimalsTooHigh = decimalsTooHigh;
  }

  @Override
  int endingHere(byte[] bytes, int count) {
    boolean shaped = count == LENGTH && bytes[0] == (byte) 0xFF && bytes[1] != (byte) 0xFF;
    for (int i = 2; shaped && i < LENGTH; i++) {
      shaped = (bytes[i] >> 4 & 0x0F) <= 9 && (bytes[i] & 0x0F) <= 9;
    }
    return shaped ? LENGTH : 0;
  }

  @Override
  Content read(byte[] frame) {
    int decimals = (frame[1] & 7) - decimalsTooHigh;
    if (decimals < 0) {
      return new Content.Unreadable();
    }
    long number = 0;
    for (int i = LENGTH - 1; i >= 2; i--) {
      number = number * 100 + (frame[i] >> 4 & 0x0F) * 10L + (frame[i] & 0x0F);
    }
    boolean negative = (frame[1] & 0x20) != 0;
    return new Content.Weight(Indication.shown(negative ? -number : number, decimals));
  }

  @Override
  void weight(Indication indication, byte[] frame, long arrivalNanos, Heard heard) {
    if (Arrays.equals(frame, before)) {
      heard.indication(indication, frame, arrivalNanos);
    } else {
      before = frame;
      heard.unconfirmed(frame);
    }
  }

  @Override
  void wrong() {
    before = null;
  }

  @Override
  public void reset() {
    super.reset();
    before = null;
  }
}
