// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The PEM files of an {@code ssl://} or {@code wss://} connection; read anew for each attempt, so
 * that a renewed certificate is used without a restart.
 *
 * @param ca certificates of those who may vouch for the broker; without it, Java's own list
 * @param certificate ours, followed by those between it and its CA
 * @param privateKey ours, PKCS#8
 */
public record TlsFiles(Optional<Path> ca, Optional<Path> certificate, Optional<Path> privateKey) {

  /** Java's list of CAs, and no certificate of our own. */
  public static final TlsFiles NONE =
      new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

  public TlsFiles {
    if (certificate.isPresent() != privateKey.isPresent()) {
      throw new IllegalArgumentException(
          "certificateFile and privateKeyFile go together; give both or none");
    }
  }
}
