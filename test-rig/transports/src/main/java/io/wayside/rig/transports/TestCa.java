// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A certificate authority of a test, with keys on the curve P-256. */
public final class TestCa {

  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("2a8648ce3d040302"));
  private static final String COMMON_NAME = "550403";
  private static final String BASIC_CONSTRAINTS = "551d13";
  private static final String ALTERNATIVE_NAME = "551d11";
  private static final Duration DAY = Duration.ofDays(1);

  private final Path dir;
  private final String name;
  private final KeyPair keys;
  private long serial = 1;

  /** A pair of PEM files. */
  public record Identity(Path certificate, Path key) {}

  public TestCa(Path dir, String name) throws GeneralSecurityException, IOException {
    this.dir = dir;
    this.name = name;
    this.keys = keyPair();
    Instant now = Clock.systemUTC().instant();
    byte[] constraints = extension(BASIC_CONSTRAINTS, Der.sequence(Der.yes()), true);
    writePem(
        file(), "CERTIFICATE", certificate(name, keys, now.minus(DAY), now.plus(DAY), constraints));
  }

  /** Its own certificate. */
  public Path file() {
    return dir.resolve(name + "-ca.pem");
  }

  /** A certificate for a host name or address, valid from yesterday until tomorrow. */
  public Identity identity(String host) throws GeneralSecurityException, IOException {
    Instant now = Clock.systemUTC().instant();
    return identity(host, now.minus(DAY), now.plus(DAY));
  }

  public Identity identity(String host, Instant from, Instant to)
      throws GeneralSecurityException, IOException {
    KeyPair own = keyPair();
    String base = name + "-" + host.replace(':', '_') + "-" + serial;
    Identity identity = new Identity(dir.resolve(base + ".pem"), dir.resolve(base + ".key"));
    byte[] names = extension(ALTERNATIVE_NAME, Der.sequence(alternative(host)), false);
    writePem(identity.certificate(), "CERTIFICATE", certificate(host, own, from, to, names));
    writePem(identity.key(), "PRIVATE KEY", own.getPrivate().getEncoded());
    return identity;
  }

  /** Writes one PEM block. */
  public static void writePem(Path file, String label, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static byte[] alternative(String host) throws IOException {
    boolean address = host.contains(":") || Character.isDigit(host.charAt(0));
    return address
        ? Der.tagged(0x87, InetAddress.getAllByName(host)[0].getAddress())
        : Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] extension(String oid, byte[] content, boolean critical) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(content))
        : Der.sequence(Der.oid(oid), Der.octets(content));
  }

  private static byte[] distinguished(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(commonName))));
  }

  /** RFC 5280, section 4.1. */
  private byte[] certificate(
      String subject, KeyPair subjectKeys, Instant from, Instant to, byte[] extension)
      throws GeneralSecurityException {
    byte[] content =
        Der.sequence(
            Der.tagged(0xA0, Der.integer(2)), // version 3
            Der.integer(serial++),
            ECDSA_WITH_SHA256,
            distinguished(name),
            Der.sequence(Der.time(from), Der.time(to)),
            distinguished(subject),
            subjectKeys.getPublic().getEncoded(),
            Der.tagged(0xA3, Der.sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    return Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
  }
}
