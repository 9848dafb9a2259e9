// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

/** What a topic says about the message on it. */
public sealed interface Address {

  /** Whether a gateway is connected. */
  record Status(String gateway) implements Address {}

  /** One record of the Wayside profiles. */
  record Single(String gateway, String kind, String stream) implements Address {}

  /** Several records of one gateway. */
  record Batch(String gateway) implements Address {}

  /**
   * One record of the Kura profile.
   *
   * @param client the gateway's id with hyphens for its dots
   */
  record Kura(String client, String kind, String stream) implements Address {}

  /** Nothing a centre reads. */
  record Unknown() implements Address {}
}
