// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.wire.PayloadProfile;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideCbor;
import io.wayside.uplink.wire.WaysideJson;
import io.wayside.uplink.wire.kura.KuraDeviceProfile;
import io.wayside.uplink.wire.kura.KuraProfile;
import io.wayside.uplink.wire.kura.KuraTopics;

/** The payload profiles that can be configured. */
public enum Profile {
  WAYSIDE_JSON,
  WAYSIDE_CBOR,
  KURA;

  /** Whether several records can be one message. */
  boolean hasBatches() {
    return this != KURA;
  }

  PayloadProfile make(String tenant, String gateway, String release, String clientId) {
    Topics topics = new Topics(tenant, gateway);
    return switch (this) {
      case WAYSIDE_JSON -> new WaysideJson(topics, release);
      case WAYSIDE_CBOR -> new WaysideCbor(topics, release);
      case KURA ->
          new KuraProfile(
              new KuraTopics(tenant, clientId),
              KuraDeviceProfile.of(gateway, release, System::getProperty));
    };
  }
}
