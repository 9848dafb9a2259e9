// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

/**
 * Where commands come and answers go.
 *
 * @param command heard by the gateway; its text is part of what a sender signs
 * @param result said by the gateway
 */
public record CommandTopics(String command, String result) {

  public static CommandTopics of(String tenant, String gateway) {
    String command = "way/v1/" + tenant + "/" + gateway + "/command";
    return new CommandTopics(command, command + "-result");
  }
}
