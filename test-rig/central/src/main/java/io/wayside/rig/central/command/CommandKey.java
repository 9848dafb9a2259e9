// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.command;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs commands.
 *
 * @param name by which the gateway knows the public key
 */
public record CommandKey(String name, PrivateKey key) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");

  /** A key cannot be used; says which and why. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads {@code NAME=FILE}, or {@code FILE} whose name without its ending is the key's; the file
   * holds an Ed25519 key as PKCS#8 in PEM.
   */
  public static CommandKey given(String text) throws Unusable {
    int equals = text.indexOf('=');
    String file = text.substring(equals + 1);
    try {
      Path path = Path.of(file);
      String name =
          equals > 0 ? text.substring(0, equals) : stem(String.valueOf(path.getFileName()));
      Matcher block = PEM.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
      if (!block.find()) {
        throw new IOException("it holds no PRIVATE KEY block (PKCS#8)");
      }
      byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
      return new CommandKey(
          name,
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (IOException | IllegalArgumentException | GeneralSecurityException unusable) {
      throw new Unusable("--command-key " + text + " cannot be used: " + unusable, unusable);
    }
  }

  /** The command in its signed form: the topic is signed too, so no other gateway takes it. */
  String sign(String topic, String command) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update((topic + "\n" + command).getBytes(StandardCharsets.UTF_8));
      return Json.write(
          Value.Fields.with("key", name)
              .and("command", command)
              .and("signature", Base64.getEncoder().encodeToString(signature.sign()))
              .build());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key that was read can sign", impossible);
    }
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
