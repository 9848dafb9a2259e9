// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A packet as a client sent it (MQTT 3.1.1 and 5.0, chapter 3), read here without any client
 * library. Of the packets that carry nothing of interest only the type is kept.
 */
public sealed interface Packet {

  /**
   * CONNECT.
   *
   * @param clean whether an earlier session is thrown away
   * @param expiryS how long the session outlives the connection; 0 without a word
   */
  record Connect(int version, String clientId, boolean clean, long expiryS, Optional<Publish> will)
      implements Packet {}

  /** Of several filters the first. */
  record Subscribe(String filter, int qos) implements Packet {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Publish(
      String topic, int qos, boolean retained, byte[] payload, Optional<String> contentType)
      implements Packet {}

  record Disconnect(int reason) implements Packet {}

  record Other(int type) implements Packet {}

  /**
   * Reads the content that follows the remaining length.
   *
   * @param aliases topics by their aliases on this connection so far; it may become longer
   */
  static Packet read(int firstByte, byte[] content, int version, Map<Integer, String> aliases) {
    Reader in = new Reader(ByteBuffer.wrap(content));
    int type = (firstByte >> 4) & 0xf;
    return switch (type) {
      case 1 -> in.connect();
      case 3 -> in.publish(firstByte, version, aliases);
      case 8 -> in.subscribe(version);
      case 14 -> new Disconnect(content.length == 0 ? 0 : content[0] & 0xff);
      default -> new Other(type);
    };
  }

  /** Takes the fields one after the other. */
  record Reader(ByteBuffer in) {

    private static final int CONTENT_TYPE = 0x03;
    private static final int SUBSCRIPTION = 0x0B;
    private static final int SESSION_EXPIRY = 0x11;
    private static final int TOPIC_ALIAS = 0x23;

    Connect connect() {
      text();
      int version = in.get();
      int flags = in.get();
      in.getShort(); // keep-alive
      long expiryS = version == 5 ? properties().expiryS() : 0;
      String clientId = text();
      Optional<Publish> will = Optional.empty();
      if ((flags & 4) != 0) {
        Properties properties = version == 5 ? properties() : Properties.NONE;
        String topic = text();
        boolean retained = (flags & 0x20) != 0;
        byte[] payload = bytes(in.getShort() & 0xffff);
        will =
            Optional.of(
                new Publish(topic, (flags >> 3) & 3, retained, payload, properties.contentType()));
      }
      return new Connect(version, clientId, (flags & 2) != 0, expiryS, will);
    }

    Publish publish(int firstByte, int version, Map<Integer, String> aliases) {
      int qos = (firstByte >> 1) & 3;
      String topic = text();
      if (qos > 0) {
        in.getShort(); // packet identifier
      }
      Properties properties = version == 5 ? properties() : Properties.NONE;
      if (properties.alias() > 0 && topic.isEmpty()) {
        topic = aliases.getOrDefault(properties.alias(), "");
      } else if (properties.alias() > 0) {
        aliases.put(properties.alias(), topic);
      }
      return new Publish(
          topic, qos, (firstByte & 1) != 0, bytes(in.remaining()), properties.contentType());
    }

    Subscribe subscribe(int version) {
      in.getShort(); // packet identifier
      if (version == 5) {
        properties();
      }
      String filter = text();
      return new Subscribe(filter, in.get() & 3);
    }

    /** Those of interest; the clients here send no others but numbers of four and two bytes. */
    private Properties properties() {
      int length = variableByteInteger();
      int end = in.position() + length;
      Properties found = Properties.NONE;
      while (in.position() < end) {
        int id = in.get();
        switch (id) {
          case CONTENT_TYPE ->
              found = new Properties(Optional.of(text()), found.expiryS(), found.alias());
          case SESSION_EXPIRY ->
              found =
                  new Properties(found.contentType(), in.getInt() & 0xffff_ffffL, found.alias());
          case SUBSCRIPTION -> variableByteInteger();
          case 0x02, 0x18, 0x27 -> in.getInt();
          case TOPIC_ALIAS ->
              found = new Properties(found.contentType(), found.expiryS(), in.getShort() & 0xffff);
          case 0x21, 0x22 -> in.getShort();
          case 0x01, 0x17, 0x19 -> in.get();
          default -> throw new IllegalStateException("property " + id + " is not known here");
        }
      }
      return found;
    }

    /** Groups of seven bits, the lowest first (MQTT 5.0, section 1.5.5). */
    private int variableByteInteger() {
      int value = 0;
      int shift = 0;
      int group;
      do {
        group = in.get() & 0xff;
        value |= (group & 0x7f) << shift;
        shift += 7;
      } while ((group & 0x80) != 0);
      return value;
    }

    private String text() {
      return new String(bytes(in.getShort() & 0xffff), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
      byte[] bytes = new byte[length];
      in.get(bytes);
      return bytes;
    }
  }

  /** What a packet of MQTT 5 says beyond its fields. */
  record Properties(Optional<String> contentType, long expiryS, int alias) {
    static final Properties NONE = new Properties(Optional.empty(), 0, 0);
  }
}
