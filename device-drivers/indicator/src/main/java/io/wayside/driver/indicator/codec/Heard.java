// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

/** Hears what a codec makes of the bytes. */
public interface Heard {

  /**
   * A good frame.
   *
   * @param lastByteNanos when its last byte arrived
   */
  void indication(Indication indication, byte[] frame, long lastByteNanos);

  /** A good frame that its format wants to see a second time, and which differs from the last. */
  void unconfirmed(byte[] frame);

  /**
   * A good frame that carries no mass of the load: the tare, an error, a unit that is not known.
   *
   * @param why with the remedy, as the end of a sentence
   */
  void noWeight(byte[] frame, String why);

  /** The answer to a key that was pressed: it was carried out. */
  default void keyDone(byte[] frame) {}

  /** A whole frame whose check is wrong; dropped. */
  void checkFailed(byte[] frame);

  /** A whole frame with a right check, or none, but content the format does not have; dropped. */
  void unreadable(byte[] frame);

  /** Bytes that belong to no frame; dropped. */
  void skipped(int bytes);
}
