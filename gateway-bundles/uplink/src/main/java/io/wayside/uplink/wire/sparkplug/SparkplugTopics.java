// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import io.wayside.core.record.Names;

/**
 * The topics of one edge node: the tenant is its group, the gateway the node, a stream a device.
 */
public record SparkplugTopics(String group, String node) {

  private static final String ROOT = "spBv1.0/";

  public SparkplugTopics {
    Names.require("tenant", group);
    Names.require("gateway", node);
  }

  String nodeBirth() {
    return of("NBIRTH");
  }

  String nodeDeath() {
    return of("NDEATH");
  }

  String nodeCommand() {
    return of("NCMD");
  }

  String deviceBirth(String device) {
    return of("DBIRTH") + "/" + device;
  }

  String deviceData(String device) {
    return of("DDATA") + "/" + device;
  }

  String deviceDeath(String device) {
    return of("DDEATH") + "/" + device;
  }

  /** Filter and prefix of the commands to devices. */
  String deviceCommands() {
    return of("DCMD") + "/";
  }

  static String state(String host) {
    return ROOT + "STATE/" + host;
  }

  private String of(String type) {
    return ROOT + group + "/" + type + "/" + node;
  }
}
