// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into frames, however they come: many in a segment, one over many segments.
 * LLRP has nothing to find the beginning of a frame by, so once a length is wrong nothing that
 * follows can be trusted: the framer stays garbled, and the connection has to be opened anew.
 *
 * <p>It holds no more than the frame that is coming in, so at most the longest frame and what was
 * fed with its last byte.
 */
public final class Framer {

  /** A report of 1.4 MB has been seen and is legal. */
  public static final int USUAL_LONGEST = 4 << 20;

  private static final int SMALL = 16 << 10;

  private final int longest;
  private byte[] buffer = new byte[SMALL];
  private int start;
  private int end;
  private long frames;

  /**
   * @param longest bytes of the longest frame that is taken
   */
  public Framer(int longest) {
    if (longest < Frame.HEADER) {
      throw new IllegalArgumentException("no frame has only " + longest + " bytes");
    }
    this.longest = longest;
  }

  /** Takes what came; all frames fed before must have been taken, or are no longer valid. */
  public void feed(byte[] bytes, int count) {
    if (start == end) {
      start = 0;
      end = 0;
      buffer = buffer.length > SMALL && count <= SMALL ? new byte[SMALL] : buffer;
    }
    if (buffer.length - end < count) {
      makeRoom(count);
    }
    System.arraycopy(bytes, 0, buffer, end, count);
    end += count;
  }

  private void makeRoom(int count) {
    int held = end - start;
    int needed = Math.addExact(held, count);
    byte[] roomy = buffer.length < needed ? new byte[Math.max(needed, 2 * held)] : buffer;
    System.arraycopy(buffer, start, roomy, 0, held);
    buffer = roomy;
    start = 0;
    end = held;
  }

  /**
   * The next whole frame, which is valid until the next feeding.
   *
   * @throws Garbled for a length below 10 or above the longest, now and whenever asked again
   */
  public Optional<Frame> next() throws Garbled {
    if (end - start < Frame.HEADER) {
      return Optional.empty();
    }
    long length = Octet.u32(buffer, start + 2);
    if (length < Frame.HEADER || length > longest) {
      throw new Garbled(
          frames + 1,
          2,
          "a length of " + length + " is not from " + Frame.HEADER + " to " + longest);
    }
    if (end - start < length) {
      return Optional.empty();
    }
    Frame frame = new Frame(buffer, start, start + (int) length, ++frames);
    start += (int) length;
    return Optional.of(frame);
  }

  /** Bytes of a frame that has begun and not ended. */
  public int pending() {
    return end - start;
  }

  /**
   * To be called when no more bytes will come.
   *
   * @throws Garbled when a frame has begun
   */
  public void finish() throws Garbled {
    if (pending() > 0) {
      String of =
          pending() < Frame.HEADER
              ? "of a header of " + Frame.HEADER
              : "of " + Octet.u32(buffer, start + 2);
      throw new Garbled(
          frames + 1, pending(), "the bytes end after " + pending() + " " + of + " bytes");
    }
  }

  /** What a new connection begins with. */
  public void reset() {
    buffer = Arrays.copyOf(buffer, SMALL);
    start = 0;
    end = 0;
    frames = 0;
  }
}
