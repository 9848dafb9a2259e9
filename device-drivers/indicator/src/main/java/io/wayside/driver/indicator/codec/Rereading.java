// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one frame as another format would have; for people who compare, never for weighing. */
public final class Rereading implements Heard {

  private static final int ENOUGH = 3;

  private @Nullable Indication read;

  private Rereading() {}

  /** The number of the frame in that format; empty when the format has no such frame. */
  public static Optional<Indication> of(IndicatorFormat format, byte[] frame) {
    Rereading heard = new Rereading();
    IndicatorCodec codec = format.newCodec();
    // Some formats want to see it twice, and one ends with the start of the next.
    for (int i = 0; i < ENOUGH; i++) {
      for (byte next : frame) {
        codec.accept(next, 0, heard);
      }
    }
    return Optional.ofNullable(heard.read);
  }

  @Override
  public void indication(Indication indication, byte[] frame, long lastByteNanos) {
    if (indication.range() == Range.SHOWN) {
      read = indication;
    }
  }

  @Override
  public void unconfirmed(byte[] frame) {}

  @Override
  public void noWeight(byte[] frame, String why) {}

  @Override
  public void checkFailed(byte[] frame) {}

  @Override
  public void unreadable(byte[] frame) {}

  @Override
  public void skipped(int bytes) {}
}
