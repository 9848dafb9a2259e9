// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.data.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The wrapping of a signed command: {@code key} names the sender's key, {@code command} is the
 * command's JSON as one text, {@code signature} is base64. What is signed is the command topic, a
 * line feed, and the text, in UTF-8: so no canonical form is needed, and a command for one gateway
 * is worth nothing at another.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedText(String key, String command, byte[] signature) {

  static byte[] signedBytes(String topic, String command) {
    return (topic + "\n" + command).getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the wrapping apart and checks it. */
  static SignedText verified(Value content, String topic, SenderKeys keys) throws BadCommand {
    Members members = Members.of("a signed command", content);
    members.allow("key", "command", "signature");
    SignedText signed =
        new SignedText(
            members.text("key"), members.text("command"), base64(members.text("signature")));
    if (!keys.knows(signed.key())) {
      throw new BadCommand(
          "unknown-key",
          "no key is called \""
              + Members.shown(signed.key())
              + "\" in the gateway's commandKeysFile; sign with a key that stands there");
    }
    if (!keys.verify(signed.key(), signedBytes(topic, signed.command()), signed.signature())) {
      throw new BadCommand(
          "bad-signature",
          "the signature does not fit; sign the bytes of \""
              + topic
              + "\", a line feed, and the"
              + " command text");
    }
    return signed;
  }

  private static byte[] base64(String text) throws BadCommand {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
      throw new IllegalArgumentException("bits beyond the last byte"); // one signature, one text
    } catch (IllegalArgumentException notBase64) {
      throw new BadCommand("malformed", "\"signature\" is not base64");
    }
  }
}
