// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/** Bytes that are no LLRP: which frame, where, and why. */
public final class Garbled extends Exception {

  private static final long serialVersionUID = 1L;

  private final long frame;
  private final long offset;
  private final String reason;

  /**
   * @param frame number of the frame on its connection or in its file, from 1
   * @param offset where it goes wrong, in bytes from the beginning of the frame
   * @param reason what is wrong there
   */
  public Garbled(long frame, long offset, String reason) {
    super("frame " + frame + ", offset " + offset + ": " + reason);
    this.frame = frame;
    this.offset = offset;
    this.reason = reason;
  }

  public long frame() {
    return frame;
  }

  public long offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }
}
