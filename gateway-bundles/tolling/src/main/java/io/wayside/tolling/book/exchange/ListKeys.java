// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The Ed25519 public keys of the issuers whose lists a site takes. One line each: the issuer, a
 * name for the key, and the key as the base64 line of its PEM file (X.509 SubjectPublicKeyInfo).
 * {@code #} begins a comment. An issuer may have several, while one takes the place of another.
 */
public final class ListKeys {

  private final Map<List<String>, PublicKey> keys; // by issuer and name

  private ListKeys(Map<List<String>, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** No key: no list is taken. */
  public static ListKeys none() {
    return new ListKeys(Map.of());
  }

  /** One key. */
  public static ListKeys of(String issuer, String name, PublicKey key) {
    return new ListKeys(Map.of(List.of(issuer, name), key));
  }

  /**
   * Reads the lines.
   *
   * @param source the file in messages
   */
  public static ListKeys parse(String source, String text) throws GarbledData {
    Map<List<String>, PublicKey> keys = new HashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      String place = source + ", line " + number + ": ";
      String[] words = content.split("\\s+", -1);
      if (words.length != 3) {
        throw new GarbledData(place + "expected an issuer, a name and a key in base64");
      }
      if (keys.put(List.of(words[0], words[1]), key(place, words[2])) != null) {
        throw new GarbledData(
            place + words[0] + " has a key " + words[1] + " already; give each its own name");
      }
    }
    return new ListKeys(keys);
  }

  private static PublicKey key(String place, String base64) throws GarbledData {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (IllegalArgumentException | GeneralSecurityException unusable) {
      throw new GarbledData(
          place
              + "not an Ed25519 public key in base64; take the middle line of: openssl pkey -in KEY"
              + " -pubout");
    }
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The issuers that have a key here. */
  public Collection<String> issuers() {
    TreeSet<String> issuers = new TreeSet<>();
    keys.keySet().forEach(key -> issuers.add(key.get(0)));
    return issuers;
  }

  /** Whether the issuer has a key of this name here. */
  public boolean knows(String issuer, String name) {
    return keys.containsKey(List.of(issuer, name));
  }

  /** Whether the issuer's key of this name signed the message. */
  public boolean verify(String issuer, String name, byte[] message, byte[] signature) {
    PublicKey key = keys.get(List.of(issuer, name));
    if (key == null) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException damaged) {
      return false;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java has no Ed25519", absent);
    }
  }
}
