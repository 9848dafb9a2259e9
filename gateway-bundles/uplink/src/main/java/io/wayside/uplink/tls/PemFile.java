// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PEM file (RFC 7468) of the site document.
 *
 * @param setting its name there
 */
record PemFile(String setting, Path path) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA");
  private static final int LARGEST = 4 * 1024 * 1024; // Java's whole CA list has 200 kB

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(String label, byte[] der) {}

  /** All certificates of the file, in its order; at least one. */
  List<X509Certificate> certificates() throws TlsUnusable {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Block block : blocks()) {
        if (block.label().equals("CERTIFICATE")) {
          Certificate one = factory.generateCertificate(new ByteArrayInputStream(block.der()));
          found.add((X509Certificate) one);
        }
      }
    } catch (GeneralSecurityException garbled) {
      throw unusable(
          "holds a damaged certificate (" + garbled.getMessage() + "); copy it again", garbled);
    }
    if (found.isEmpty()) {
      throw unusable(
          "holds no certificate; it must have a block -----BEGIN CERTIFICATE-----", null);
    }
    return found;
  }

  /** The private key of the file. */
  PrivateKey privateKey() throws TlsUnusable {
    List<Block> blocks = blocks();
    for (Block block : blocks) {
      if (block.label().equals("PRIVATE KEY")) {
        return key(block.der());
      }
    }
    if (blocks.stream().anyMatch(b -> b.label().endsWith(" PRIVATE KEY"))) {
      throw unusable(
          "holds a key in another form than PKCS#8; convert it with: openssl pkcs8 -topk8 -nocrypt"
              + " -in OLD -out NEW",
          null);
    }
    throw unusable("holds no key; it must have a block -----BEGIN PRIVATE KEY-----", null);
  }

  private PrivateKey key(byte[] der) throws TlsUnusable {
    InvalidKeySpecException last = null;
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException anotherKind) {
        last = anotherKind;
      } catch (GeneralSecurityException absent) {
        throw unusable("cannot be used: this Java knows no " + kind + " keys", absent);
      }
    }
    throw unusable("holds a damaged key, or one that is neither EC, RSA nor Ed25519", last);
  }

  private List<Block> blocks() throws TlsUnusable {
    String text;
    try {
      if (Files.size(path) > LARGEST) {
        throw unusable("has more than 4 MiB and is no PEM file; check the path", null);
      }
      text = Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw unusable(
          "cannot be read ("
              + unreadable
              + "); check the path, and that the gateway's user may read it",
          unreadable);
    }
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), der(matcher.group(2))));
    }
    return blocks;
  }

  private byte[] der(String base64) throws TlsUnusable {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException damaged) {
      throw unusable("holds a damaged block; copy it again", damaged);
    }
  }

  private TlsUnusable unusable(String why, @Nullable Throwable cause) {
    return new TlsUnusable(setting + " " + path + " " + why, cause);
  }
}
