// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.IntConsumer;

/**
 * One client of the sink: as much of MQTT 3.1.1 as a client needs that publishes with QoS 1
 * (chapter 3 of the standard).
 */
final class SinkConnection implements Runnable {

  private static final int BUFFER = 1 << 16;

  private static final int CONNECT = 1;
  private static final int PUBLISH = 3;
  private static final int SUBSCRIBE = 8;
  private static final int UNSUBSCRIBE = 10;
  private static final int PINGREQ = 12;
  private static final int DISCONNECT = 14;

  private final Socket socket;
  private final IntConsumer arrived;

  SinkConnection(Socket socket, IntConsumer arrived) {
    this.socket = socket;
    this.arrived = arrived;
  }

  @Override
  public void run() {
    try (socket;
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER)) {
      socket.setTcpNoDelay(true);
      DataInputStream packets = new DataInputStream(in);
      byte[] body = new byte[BUFFER];
      for (int header = packets.read(); header >= 0; header = packets.read()) {
        int length = remainingLength(packets);
        if (length > body.length) {
          body = new byte[length];
        }
        packets.readFully(body, 0, length);
        if (!answer(header, body, length, out)) {
          return;
        }
        if (in.available() == 0) {
          out.flush();
        }
      }
    } catch (IOException gone) {
      // The other end was killed, or the sink was closed: both belong to the work.
      return;
    }
  }

  private boolean answer(int header, byte[] body, int length, OutputStream out) throws IOException {
    switch (header >>> 4) {
      case CONNECT -> out.write(new byte[] {0x20, 2, 0, 0});
      case PUBLISH -> published(header, body, length, out);
      case SUBSCRIBE -> out.write(new byte[] {(byte) 0x90, 3, body[0], body[1], 1});
      case UNSUBSCRIBE -> out.write(new byte[] {(byte) 0xb0, 2, body[0], body[1]});
      case PINGREQ -> out.write(new byte[] {(byte) 0xd0, 0});
      case DISCONNECT -> {
        return false;
      }
      default -> throw new IOException("packet type " + (header >>> 4) + " is not expected here");
    }
    return true;
  }

  private void published(int header, byte[] body, int length, OutputStream out) throws IOException {
    int topic = ((body[0] & 0xff) << 8) | (body[1] & 0xff);
    int at = 2 + topic;
    if ((header & 0x06) != 0) { // QoS 1 or 2 has a packet id
      out.write(new byte[] {0x40, 2, body[at], body[at + 1]});
      at += 2;
    }
    int number = Numbered.in(body, at, length);
    if (number != Numbered.NONE) {
      arrived.accept(number);
    }
  }

  /** Up to four bytes with seven bits each, the lowest first (2.2.3). */
  private static int remainingLength(DataInputStream in) throws IOException {
    int length = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << shift;
      if (digit < 0x80) {
        return length;
      }
    }
    throw new IOException("the remaining length has more than four bytes");
  }
}
