// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import org.jspecify.annotations.Nullable;

/**
 * A request on a serial line. Operating systems do not show the silences by which the guide parts
 * frames, so an answer ends where its function says it does, and its check decides.
 */
final class RtuExchange implements Exchange {

  /** Section 2.5.1 of the serial line guide. */
  private static final int LONGEST = 256;

  private final int unit;
  private final Request request;
  private final Heard heard = new Heard(LONGEST);

  RtuExchange(int unit, Request request) {
    this.unit = unit;
    this.request = request;
  }

  @Override
  public byte[] frame() {
    byte[] pdu = request.pdu();
    byte[] frame = new byte[1 + pdu.length + Crc16.BYTES];
    frame[0] = (byte) unit;
    System.arraycopy(pdu, 0, frame, 1, pdu.length);
    int crc = Crc16.of(frame, 0, frame.length - Crc16.BYTES);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >>> 8);
    return frame;
  }

  @Override
  public @Nullable Answer hear(byte[] bytes, int count) {
    heard.add(bytes, count);
    if (heard.length() < 3) {
      return null;
    }
    int length = request.answerLength(heard.at(1), heard.at(2));
    int whole = 1 + length + Crc16.BYTES;
    if (length == 0 || heard.length() < whole) {
      return null;
    }
    if (!Crc16.holds(heard.bytes(), 0, whole)) {
      return new Answer.Unreadable("an answer with a wrong check");
    }
    if ((heard.at(0) & 0xFF) != unit) {
      return new Answer.Unreadable("an answer of unit " + (heard.at(0) & 0xFF));
    }
    return request.answer(heard.bytes(), 1, 1 + length);
  }

  @Override
  public Answer ended() {
    return heard.length() == 0
        ? new Answer.Nothing()
        : new Answer.Unreadable(heard.length() + " bytes that are no answer");
  }

  /** A serial line can be followed again after a silence. */
  @Override
  public boolean lostTrack() {
    return false;
  }
}
