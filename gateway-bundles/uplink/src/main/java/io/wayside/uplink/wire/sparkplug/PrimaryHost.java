// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether the host application for which everything is meant is there. It says so in a retained
 * message; an older one than the latest heard is a leftover and does not count.
 */
final class PrimaryHost {

  private static final int LARGEST = 4096; // bytes; a state takes about 50

  private long latestMs = Long.MIN_VALUE;
  private boolean online;

  boolean online() {
    return online;
  }

  /** A new connection: the state must be heard from this broker. */
  void forget() {
    online = false;
  }

  /** Reads {@code {"online":true,"timestamp":1700000000000}}; true when it counts. */
  boolean heard(byte[] payload) throws GarbledData {
    Value state = Json.read(text(payload)).root();
    if (state instanceof Value.Fields fields
        && fields.get("online") instanceof Value.Truth truth
        && fields.get("timestamp") instanceof Value.Whole timestamp) {
      if (timestamp.value() < latestMs) {
        return false;
      }
      latestMs = timestamp.value();
      online = truth.value();
      return true;
    }
    throw new GarbledData(
        "the primary host's state must read {\"online\":true or false,\"timestamp\":milliseconds}");
  }

  private static String text(byte[] payload) throws GarbledData {
    if (payload.length > LARGEST) {
      throw new GarbledData(
          "the primary host's state has " + payload.length + " bytes, at most " + LARGEST);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new GarbledData("the primary host's state is not well-formed UTF-8");
    }
  }
}
