// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.heads;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key: Ed25519, or one on the curve P-256.
 *
 * @param hex X.509 SubjectPublicKeyInfo in lower-case hexadecimal digits
 */
public record PublicKeyText(String hex) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]*)-----END PUBLIC KEY-----");
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2}){32,512}");
  private static final int ID_DIGITS = 16;
  private static final int LONGEST_FILE = 8192;

  /** How signatures are made with it. */
  public enum Algorithm {
    ED25519("Ed25519", "Ed25519"),
    P256("EC", "SHA256withECDSA");

    private final String keys;
    private final String signatures;

    Algorithm(String keys, String signatures) {
      this.keys = keys;
      this.signatures = signatures;
    }

    /** As Java and the statement name it. */
    public String signatures() {
      return signatures;
    }
  }

  public static PublicKeyText of(byte[] x509) {
    return new PublicKeyText(HexFormat.of().formatHex(x509));
  }

  /** From hexadecimal digits, or a PEM file with a PUBLIC KEY block. */
  public static PublicKeyText given(String fileOrHex) throws GarbledData {
    PublicKeyText key =
        HEX.matcher(fileOrHex).matches()
            ? new PublicKeyText(fileOrHex.toLowerCase(Locale.ROOT))
            : fromFile(fileOrHex);
    for (Algorithm algorithm : Algorithm.values()) {
      if (key.isOf(algorithm)) {
        return key;
      }
    }
    throw new GarbledData(fileOrHex + " is neither an Ed25519 nor a P-256 public key");
  }

  /** First 16 hexadecimal digits of its SHA-256. */
  public String id() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex));
      return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  PublicKey as(Algorithm algorithm) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm.keys)
        .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(hex)));
  }

  private boolean isOf(Algorithm algorithm) {
    try {
      return as(algorithm).getFormat().equals("X.509");
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  private static PublicKeyText fromFile(String name) throws GarbledData {
    try {
      Path file = Path.of(name);
      if (Files.size(file) > LONGEST_FILE) {
        throw new GarbledData(name + " is too long for a key file");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      Matcher block = PEM.matcher(text);
      if (!block.find()) {
        throw new GarbledData(name + " holds no PUBLIC KEY block");
      }
      return of(Base64.getMimeDecoder().decode(block.group(1)));
    } catch (IOException | InvalidPathException unreadable) {
      throw new GarbledData(
          "\"" + name + "\" is neither hexadecimal nor a file that can be read: " + unreadable);
    } catch (IllegalArgumentException notBase64) {
      throw new GarbledData(name + " holds a PUBLIC KEY block that is not base64");
    }
  }
}
