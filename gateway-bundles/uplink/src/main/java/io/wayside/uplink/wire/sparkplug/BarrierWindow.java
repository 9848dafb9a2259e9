// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Names;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which records the broker has, although they went out at QoS 0: after each window a small message
 * follows at QoS 1, and since a broker takes the packets of one connection in order, its
 * acknowledgement says that all before it arrived. It does not say that a host has kept them. Begun
 * anew with each connection; not for several threads.
 */
public final class BarrierWindow {

  private record Closed(long number, List<RecordId> records) {}

  private final String topic;
  private final int most;
  private final Deque<Closed> closed = new ArrayDeque<>();
  private List<RecordId> open = new ArrayList<>();
  private int waiting;
  private long barriers;

  /**
   * The window of a connection.
   *
   * @param most records that may be without an acknowledgement
   */
  public BarrierWindow(String tenant, String gateway, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("the window must hold at least one record, not " + most);
    }
    this.topic =
        "way/v1/"
            + Names.require("tenant", tenant)
            + "/"
            + Names.require("gateway", gateway)
            + "/barrier";
    this.most = most;
  }

  /** How many more records may be sent. */
  public int free() {
    return most - waiting;
  }

  public void sent(RecordId id) {
    if (free() == 0) {
      throw new IllegalStateException("the window of " + most + " is full");
    }
    open.add(id);
    waiting++;
  }

  /** Records sent after the last barrier. */
  public int open() {
    return open.size();
  }

  /** Number of the last barrier. */
  public long number() {
    return barriers;
  }

  /** The barrier after what was sent so far; its acknowledgement is told with {@link #number}. */
  public Message close() {
    barriers++;
    Value content =
        Value.Fields.with("barrier", barriers).and("records", (long) open.size()).build();
    closed.add(new Closed(barriers, open));
    open = new ArrayList<>();
    return Message.of(topic, Json.write(content).getBytes(StandardCharsets.UTF_8));
  }

  /** A barrier was acknowledged: the records before it that had none yet, in order. */
  public List<RecordId> acknowledged(long number) {
    List<RecordId> there = new ArrayList<>();
    while (!closed.isEmpty() && closed.element().number() <= number) {
      there.addAll(closed.remove().records());
    }
    waiting -= there.size();
    return there;
  }
}
