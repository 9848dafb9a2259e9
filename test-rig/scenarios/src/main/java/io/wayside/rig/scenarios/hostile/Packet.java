// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One MQTT control packet as it was on the wire (MQTT 3.1.1 and 5, section 2.1).
 *
 * @param bytes with the fixed header
 * @param header length of the fixed header
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Packet(byte[] bytes, int header) {

  static final int CONNECT = 1;
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBSCRIBE = 8;

  private static final int LARGEST = 4 << 20;
  private static final int FIRST_ERROR = 0x80;

  /** The next one; null at the orderly end of the stream. */
  static @org.jspecify.annotations.Nullable Packet read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    byte[] head = new byte[5];
    head[0] = (byte) first;
    int length = 0;
    int at = 1;
    int group;
    do {
      if (at == 5) {
        throw new IOException("a length of more than four bytes");
      }
      group = in.readUnsignedByte();
      length |= (group & 0x7F) << (7 * (at - 1));
      head[at++] = (byte) group;
    } while ((group & 0x80) != 0);
    if (length > LARGEST) {
      throw new IOException("a packet of " + length + " bytes");
    }
    byte[] bytes = Arrays.copyOf(head, at + length);
    int got = in.readNBytes(bytes, at, length);
    if (got < length) {
      throw new EOFException("a packet was cut off");
    }
    return new Packet(bytes, at);
  }

  int type() {
    return (bytes[0] & 0xF0) >> 4;
  }

  /** Of a CONNECT: 4 is MQTT 3.1.1, 5 is MQTT 5. */
  int protocolLevel() {
    return bytes[header + 2 + word(header)];
  }

  /** Of a CONNACK: whether the broker accepts. */
  boolean accepts() {
    return bytes[header + 1] == 0;
  }

  /** Of a PUBLISH above QoS 0, or a PUBACK. */
  int packetId() {
    return type() == PUBLISH ? word(header + 2 + word(header)) : word(header);
  }

  boolean hasPacketId() {
    return type() == PUBACK || (bytes[0] & 0x06) != 0;
  }

  /** Of a PUBACK: whether it says yes; MQTT 5 may carry a reason. */
  boolean acknowledges() {
    return bytes.length <= header + 2 || (bytes[header + 2] & 0xFF) < FIRST_ERROR;
  }

  /** Of a PUBLISH. */
  String payload(int protocolLevel) {
    int at = header + 2 + word(header) + (hasPacketId() ? 2 : 0);
    if (protocolLevel >= 5) {
      int length = 0;
      int shift = 0;
      int group;
      do {
        group = bytes[at++] & 0xFF;
        length |= (group & 0x7F) << shift;
        shift += 7;
      } while ((group & 0x80) != 0);
      at += length;
    }
    return new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
  }

  private int word(int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
