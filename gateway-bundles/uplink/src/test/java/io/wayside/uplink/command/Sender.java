// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** The centre's side of a signed command, written from docs/wire/mqtt.md. */
final class Sender {

  static final String TOPIC = "way/v1/demo/gw-1/command";

  final KeyPair keys;

  Sender() throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  String keyLine(String name) {
    return name + " " + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n";
  }

  byte[] signed(String name, String topic, String command) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update((topic + "\n" + command).getBytes(StandardCharsets.UTF_8));
    return utf8(
        Json.write(
            Value.Fields.with("key", name)
                .and("command", command)
                .and("signature", Base64.getEncoder().encodeToString(signature.sign()))
                .build()));
  }

  static String command(String id, String issued, String expires) {
    return "{\"id\":\""
        + id
        + "\",\"target\":\"weighing.lane-1\",\"verb\":\"finish-vehicle\",\"arguments\":{\"n\":1},"
        + "\"actor\":\"dispatch\",\"reason\":\"left the scale\",\"issued\":\""
        + issued
        + "\",\"expires\":\""
        + expires
        + "\"}";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
