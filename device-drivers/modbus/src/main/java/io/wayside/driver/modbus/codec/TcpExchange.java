// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A request on TCP. Its answer has its number; other answers are late ones of earlier requests and
 * are passed over.
 */
final class TcpExchange implements Exchange {

  /** Transaction, protocol, length, two bytes each, then the unit. */
  private static final int HEADER = 7;

  /** The header's length counts from the unit on; unit, function and one byte are the least. */
  private static final int LENGTH_FROM = 6;

  private static final int LEAST = 3;

  private static final int MOST = 254;

  private final int transaction;
  private final int unit;
  private final Request request;
  private final Heard heard = new Heard(4 * (LENGTH_FROM + MOST));
  private int others;
  private boolean lostTrack;

  TcpExchange(int transaction, int unit, Request request) {
    this.transaction = transaction;
    this.unit = unit;
    this.request = request;
  }

  @Override
  public byte[] frame() {
    byte[] pdu = request.pdu();
    return ByteBuffer.allocate(HEADER + pdu.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (1 + pdu.length))
        .put((byte) unit)
        .put(pdu)
        .array();
  }

  @Override
  public @Nullable Answer hear(byte[] bytes, int count) {
    heard.add(bytes, count);
    while (heard.length() >= HEADER) {
      int length = heard.unsignedShort(4);
      if (heard.unsignedShort(2) != 0 || length < LEAST || length > MOST) {
        lostTrack = true;
        return new Answer.Unreadable("a header that is not Modbus");
      }
      int whole = LENGTH_FROM + length;
      if (heard.length() < whole) {
        return null;
      }
      if (heard.unsignedShort(0) == transaction) {
        return answer(whole);
      }
      others++;
      heard.dropFirst(whole);
    }
    return null;
  }

  private Answer answer(int whole) {
    lostTrack = heard.length() > whole; // bytes nobody asked for: where they end is not known
    int answering = heard.at(LENGTH_FROM) & 0xFF;
    return answering == unit
        ? request.answer(heard.bytes(), HEADER, whole)
        : new Answer.Unreadable("an answer of unit " + answering);
  }

  @Override
  public Answer ended() {
    if (heard.length() > 0) {
      lostTrack = true;
      return new Answer.Unreadable("half an answer, " + heard.length() + " bytes");
    }
    return others > 0
        ? new Answer.Unreadable("an answer to another request")
        : new Answer.Nothing();
  }

  @Override
  public boolean lostTrack() {
    return lostTrack;
  }
}
