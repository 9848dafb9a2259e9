// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import io.wayside.uplink.transport.MqttTransport.Subscriber;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who asked for what on one connection; for transports whose client hears all in one place. */
public final class Subscriptions {

  private record Entry(TopicFilter filter, Subscriber subscriber) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Before the broker is asked, so that nothing comes too early. */
  public void add(String filter, Subscriber subscriber) {
    entries.add(new Entry(new TopicFilter(filter), subscriber));
  }

  public void received(String topic, byte[] payload, boolean retained) {
    for (Entry entry : entries) {
      if (entry.filter().matches(topic)) {
        entry.subscriber().received(topic, payload, retained);
      }
    }
  }
}
