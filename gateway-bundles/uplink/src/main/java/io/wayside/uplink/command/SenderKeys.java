// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Ed25519 public keys of those who may command. One line each: a name, a blank, and the key as
 * the base64 line of its PEM file (X.509 SubjectPublicKeyInfo). {@code #} begins a comment.
 */
public final class SenderKeys {

  private final Map<String, PublicKey> keys;

  private SenderKeys(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** Reads the file, or says in which line it is wrong. */
  public static SenderKeys read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "commandKeysFile "
              + file
              + " cannot be read ("
              + unreadable
              + "); each line is a name and an Ed25519 public key in base64",
          unreadable);
    }
  }

  static SenderKeys parse(String file, String text) {
    Map<String, PublicKey> keys = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      String place = "commandKeysFile " + file + ", line " + number + ": ";
      String[] parts = content.split("\\s+", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(place + "expected a name and a key in base64");
      }
      if (keys.put(parts[0], key(place, parts[1])) != null) {
        throw new IllegalArgumentException(
            place + "the name \"" + parts[0] + "\" is there already; give each key its own");
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "commandKeysFile "
              + file
              + " holds no key; nobody could command. Add one, or set"
              + " commandsFrom to none");
    }
    return new SenderKeys(keys);
  }

  private static PublicKey key(String place, String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (IllegalArgumentException | GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          place
              + "not an Ed25519 public key in base64; take the middle line of: openssl pkey -in KEY"
              + " -pubout",
          unusable);
    }
  }

  boolean knows(String name) {
    return keys.containsKey(name);
  }

  boolean verify(String name, byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(keys.get(name));
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException damaged) {
      return false;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java has no Ed25519", absent);
    }
  }
}
