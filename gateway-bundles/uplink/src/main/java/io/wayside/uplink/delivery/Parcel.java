// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One message and the records in it; acknowledged as a whole, and equal to nothing else. */
public final class Parcel {

  /** Of PUBLISH at most: fixed header 5, length of the topic 2, packet identifier 2. */
  private static final int AROUND = 9;

  private final Message message;
  private final String mediaType;
  private final List<RecordId> records;
  private final boolean mayExpire;

  /**
   * @param mediaType of the payload
   * @param mayExpire whether a broker may throw it away after a time
   */
  Parcel(Message message, String mediaType, List<RecordId> records, boolean mayExpire) {
    this.message = message;
    this.mediaType = mediaType;
    this.records = List.copyOf(records);
    this.mayExpire = mayExpire;
  }

  Message message() {
    return message;
  }

  String mediaType() {
    return mediaType;
  }

  List<RecordId> records() {
    return records;
  }

  boolean mayExpire() {
    return mayExpire;
  }

  /** Topic and payload. */
  int contentBytes() {
    return message.topic().getBytes(StandardCharsets.UTF_8).length + message.payload().length;
  }

  /** What the ceiling counts: the packet, without what TLS, TCP and IP put around it. */
  int packetBytes() {
    return contentBytes() + AROUND;
  }
}
