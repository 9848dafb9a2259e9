// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers the last bytes and tells which format they look like. A guess is for people: it is
 * never acted upon.
 */
public final class FormatGuess {

  /** About twenty frames; enough for a guess at any frame rate. */
  private static final int REMEMBERED_BYTES = 256;

  private static final int FRAMES_NEEDED = 4;

  private final byte[] ring = new byte[REMEMBERED_BYTES];
  private long taken;

  public void remember(byte next) {
    ring[(int) (taken++ % REMEMBERED_BYTES)] = next;
  }

  public void reset() {
    taken = 0;
  }

  /** A format other than {@code configured} in which at least half of the bytes are good frames. */
  public Optional<IndicatorFormat> otherThan(IndicatorFormat configured) {
    byte[] bytes = remembered();
    return Arrays.stream(IndicatorFormat.values())
        .filter(format -> format != configured)
        .filter(format -> fits(format, bytes))
        .findFirst();
  }

  private byte[] remembered() {
    int count = (int) Math.min(taken, REMEMBERED_BYTES);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = ring[(int) ((taken - count + i) % REMEMBERED_BYTES)];
    }
    return bytes;
  }

  private static boolean fits(IndicatorFormat format, byte[] bytes) {
    Tally tally = new Tally();
    IndicatorCodec codec = format.newCodec();
    for (byte next : bytes) {
      codec.accept(next, 0, tally);
    }
    return tally.frames >= FRAMES_NEEDED && 2 * tally.goodBytes >= bytes.length;
  }

  private static final class Tally implements Heard {
    private int frames;
    private int goodBytes;

    @Override
    public void indication(Indication indication, byte[] frame, long lastByteNanos) {
      frames++;
      goodBytes += frame.length;
    }

    @Override
    public void unconfirmed(byte[] frame) {}

    @Override
    public void checkFailed(byte[] frame) {}

    @Override
    public void unreadable(byte[] frame) {}

    @Override
    public void skipped(int bytes) {}
  }
}
