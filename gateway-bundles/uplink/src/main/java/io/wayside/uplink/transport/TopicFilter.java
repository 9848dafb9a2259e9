// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.util.List;

/** Which topics a subscription is about (MQTT 5.0, section 4.7; the same in 3.1.1). */
record TopicFilter(String filter) {

  boolean matches(String topic) {
    List<String> wanted = List.of(filter.split("/", -1));
    List<String> levels = List.of(topic.split("/", -1));
    if (topic.startsWith("$") && (wanted.get(0).equals("+") || wanted.get(0).equals("#"))) {
      return false; // 4.7.2: a wildcard at the beginning does not reach a server's own topics
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).equals("#")) {
        return true; // also the parent level itself
      }
      if (i >= levels.size()) {
        return false;
      }
      if (!wanted.get(i).equals("+") && !wanted.get(i).equals(levels.get(i))) {
        return false;
      }
    }
    return wanted.size() == levels.size();
  }
}
