// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.record.JournalRecord;

/** Kura's topic namespace: data, and control under a prefix of its own. */
public final class KuraTopics {

  /** The application's id in every topic of records. */
  public static final String APPLICATION = "WAYSIDE-V1";

  private static final String CONTROL = "$EDC/";

  private final String account;
  private final String clientId;

  /**
   * The topics of one gateway.
   *
   * @param clientId the MQTT client id as configured; see {@link #clientId}
   */
  public KuraTopics(String account, String clientId) {
    this.account = level("account", account);
    this.clientId = clientId(clientId);
  }

  /** The id that Kura makes of a configured one: what may not stand in a topic is a hyphen. */
  public static String clientId(String configured) {
    return level("client id", configured.replaceAll("[/+#.]", "-"));
  }

  /** One level of a topic: text that cannot reach any other topic. */
  static String level(String what, String text) {
    boolean forbidden = text.chars().anyMatch(c -> c == '/' || c == '+' || c == '#' || c == 0);
    if (text.isEmpty() || forbidden) {
      throw new IllegalArgumentException(
          what + " \"" + text + "\" must be one level of a topic: not empty, without / + #");
    }
    return text;
  }

  String of(JournalRecord record) {
    return account
        + "/"
        + clientId
        + "/"
        + APPLICATION
        + "/"
        + record.kind().name()
        + "/"
        + record.id().stream();
  }

  String lifecycle(String word) {
    return CONTROL + account + "/" + clientId + "/MQTT/" + word;
  }

  /** What is subscribed to hear requests. */
  public String requests() {
    return CONTROL + account + "/" + clientId + "/" + APPLICATION + "/#";
  }

  /** Where requests to this application begin, up to the method. */
  String requestPrefix() {
    return CONTROL + account + "/" + clientId + "/" + APPLICATION + "/";
  }

  String reply(String requester, String requestId) {
    return CONTROL + account + "/" + requester + "/" + APPLICATION + "/REPLY/" + requestId;
  }

  String notification(String requester, String type) {
    return CONTROL
        + account
        + "/"
        + requester
        + "/"
        + APPLICATION
        + "/NOTIFY/"
        + clientId
        + "/"
        + type;
  }
}
