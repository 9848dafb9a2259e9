// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.core.record.Names;
import java.util.Optional;

/** The topics of one tenant (docs/wire/mqtt.md). */
public final class Topics {

  private final String prefix;

  /** What the topic of a record says about it. */
  public record RecordTopic(String gateway, String kind, String stream) {}

  public Topics(String tenant) {
    this.prefix = "way/v1/" + Names.require("tenant", tenant) + "/";
  }

  /** Subscribing to both gives every record and every gateway's status. */
  public String[] filters() {
    return new String[] {prefix + "+/status", prefix + "+/+/+"};
  }

  /** The gateway whose status comes on this topic. */
  public Optional<String> statusOf(String topic) {
    String[] levels = levels(topic);
    return levels.length == 2 && levels[1].equals("status") && Names.isValid(levels[0])
        ? Optional.of(levels[0])
        : Optional.empty();
  }

  /** What a record on this topic must be. */
  public Optional<RecordTopic> recordOf(String topic) {
    String[] levels = levels(topic);
    boolean named = levels.length == 3;
    for (int i = 0; named && i < levels.length; i++) {
      named = Names.isValid(levels[i]);
    }
    return named ? Optional.of(new RecordTopic(levels[0], levels[1], levels[2])) : Optional.empty();
  }

  private String[] levels(String topic) {
    return topic.startsWith(prefix)
        ? topic.substring(prefix.length()).split("/", -1)
        : new String[0];
  }
}
