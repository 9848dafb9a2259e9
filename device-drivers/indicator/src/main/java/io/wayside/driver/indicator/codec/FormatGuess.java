// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last bytes and tells which format they look like. A guess is for people: it is
 * never acted upon.
 */
public final class FormatGuess {

  /** Eight frames of the longest format, twenty of the usual ones. */
  private static final int REMEMBERED_BYTES = 288;

  private static final int FRAMES_NEEDED = 4;

  /** A guess costs a decoding by every format, so it stands until so much more was heard. */
  private static final int STANDS_FOR_BYTES = REMEMBERED_BYTES / 2;

  private final byte[] ring = new byte[REMEMBERED_BYTES];
  private long taken;
  private @Nullable Guess last;

  private record Guess(IndicatorFormat configured, long taken, Optional<IndicatorFormat> found) {}

  public void remember(byte next) {
    ring[(int) (taken++ % REMEMBERED_BYTES)] = next;
  }

  public void reset() {
    taken = 0;
    last = null;
  }

  /**
   * The format, other than {@code configured}, that explains most of the bytes: at least half of
   * them, and more than {@code configured} does.
   */
  public Optional<IndicatorFormat> otherThan(IndicatorFormat configured) {
    Guess guess = last;
    if (guess == null
        || guess.configured() != configured
        || taken - guess.taken() >= STANDS_FOR_BYTES) {
      guess = new Guess(configured, taken, guessed(configured));
      last = guess;
    }
    return guess.found();
  }

  private Optional<IndicatorFormat> guessed(IndicatorFormat configured) {
    byte[] bytes = remembered();
    int own = explained(configured, bytes);
    record Fit(IndicatorFormat format, int bytes) {}
    return Arrays.stream(IndicatorFormat.values())
        .filter(format -> format != configured)
        .map(format -> new Fit(format, explained(format, bytes)))
        .filter(fit -> 2 * fit.bytes() >= bytes.length && fit.bytes() > own)
        // Of equals the first of the enum.
        .max(
            Comparator.comparingInt(Fit::bytes)
                .thenComparing(Fit::format, Comparator.reverseOrder()))
        .map(Fit::format);
  }

  private byte[] remembered() {
    int count = (int) Math.min(taken, REMEMBERED_BYTES);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = ring[(int) ((taken - count + i) % REMEMBERED_BYTES)];
    }
    return bytes;
  }

  /** Bytes in good frames; none when there are too few frames. */
  private static int explained(IndicatorFormat format, byte[] bytes) {
    Tally tally = new Tally();
    IndicatorCodec codec = format.newCodec();
    for (byte next : bytes) {
      codec.accept(next, 0, tally);
    }
    return tally.frames >= FRAMES_NEEDED ? tally.goodBytes : 0;
  }

  private static final class Tally implements Heard {
    private int frames;
    private int goodBytes;

    @Override
    public void indication(Indication indication, byte[] frame, long lastByteNanos) {
      good(frame);
    }

    @Override
    public void noWeight(byte[] frame, String why) {
      good(frame);
    }

    private void good(byte[] frame) {
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
