// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.core.record.Names;
import java.util.Arrays;
import java.util.List;

/** The topics of one tenant (docs/wire/mqtt.md). */
public final class Topics {

  private static final String STATUS = "status";
  private static final String BATCH = "batch";
  private static final String APPLICATION = "WAYSIDE-V1";

  private final String tenant;
  private final boolean kura;

  /**
   * @param kura whether records of the Kura profile are read too
   */
  public Topics(String tenant, boolean kura) {
    this.tenant = Names.require("tenant", tenant);
    this.kura = kura;
  }

  /** Every instance needs each status: the broker keeps them and tells whoever subscribes. */
  public List<String> statusFilters() {
    return List.of(prefix() + "+/" + STATUS);
  }

  /** Every record; instances may share these. */
  public List<String> recordFilters() {
    List<String> wayside = List.of(prefix() + "+/+/+", prefix() + "+/" + BATCH);
    return kura
        ? List.of(wayside.get(0), wayside.get(1), tenant + "/+/" + APPLICATION + "/#")
        : wayside;
  }

  public Address read(String topic) {
    if (topic.startsWith(prefix())) {
      String[] levels = levels(topic, prefix());
      if (levels.length == 2 && named(levels)) {
        return switch (levels[1]) {
          case STATUS -> new Address.Status(levels[0]);
          case BATCH -> new Address.Batch(levels[0]);
          default -> new Address.Unknown();
        };
      } else if (levels.length == 3 && named(levels)) {
        return new Address.Single(levels[0], levels[1], levels[2]);
      }
    } else if (kura && topic.startsWith(tenant + "/")) {
      String[] levels = levels(topic, tenant + "/");
      if (levels.length == 4 && levels[1].equals(APPLICATION)) {
        String[] names = {levels[0], levels[2], levels[3]};
        if (named(names)) {
          return new Address.Kura(names[0], names[1], names[2]);
        }
      }
    }
    return new Address.Unknown();
  }

  private String prefix() {
    return "way/v1/" + tenant + "/";
  }

  private static String[] levels(String topic, String prefix) {
    return topic.substring(prefix.length()).split("/", -1);
  }

  private static boolean named(String[] levels) {
    return Arrays.stream(levels).allMatch(Names::isValid);
  }
}
