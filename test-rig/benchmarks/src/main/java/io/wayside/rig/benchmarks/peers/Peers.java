// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.uplink.MosquittoProcess;
import java.util.List;
import java.util.Optional;

/** Who is compared; a new one for each run. */
enum Peers {
  WAYSIDE("Wayside"),
  MOSQUITTO("Mosquitto, defaults"),
  MOSQUITTO_TUNED("Mosquitto, tuned"),
  PAHO("Paho files");

  private static final int USUAL_QUOTA_MIB = 2048;

  private final String label;

  Peers(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Peer make() {
    return switch (this) {
      case WAYSIDE -> ChildPeer.wayside(label, USUAL_QUOTA_MIB);
      case MOSQUITTO -> MosquittoPeer.withDefaults(label);
      case MOSQUITTO_TUNED -> MosquittoPeer.tuned(label);
      case PAHO -> ChildPeer.paho(label);
    };
  }

  /** Why it cannot be measured on this machine, if so. */
  Optional<String> missing() {
    boolean needsMosquitto = List.of(MOSQUITTO, MOSQUITTO_TUNED).contains(this);
    return needsMosquitto && MosquittoProcess.installed().isEmpty()
        ? Optional.of("mosquitto is not installed (apt-get install mosquitto)")
        : Optional.empty();
  }
}
