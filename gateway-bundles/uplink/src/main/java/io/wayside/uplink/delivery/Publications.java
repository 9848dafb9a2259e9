// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.wire.Message;

/** What profiles make, as transports take it. */
public final class Publications {

  private Publications() {}

  public static Publication of(Message message) {
    return new Publication(message.topic(), message.payload(), message.qos(), message.retained());
  }

  /** With the media type of its payload; nothing has none. */
  public static Publication of(Message message, String mediaType) {
    return message.payload().length == 0 ? of(message) : of(message).typed(mediaType);
  }
}
