// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.seal.KeyFile;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.TokenSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** Finds the key that seals: on a token when one is configured, and nowhere else then. */
final class SigningKeys {

  private SigningKeys() {}

  /**
   * The key in use from now on; a file that is not there or cannot be read is made anew.
   *
   * @param nanos monotonic time
   * @param findings hears what is wrong with the file
   */
  static Signer open(
      Layout layout, Sealing sealing, Instant now, LongSupplier nanos, List<Finding> findings)
      throws IOException {
    if (sealing.token().isPresent()) {
      return new TokenSigner(sealing.token().get(), nanos);
    }
    Path file = layout.key();
    if (Files.exists(file)) {
      if (KeyFile.tighten(file)) {
        findings.add(
            new Finding(
                "key-exposed",
                "others than its owner could read the sealing key; the file is closed to them now,"
                    + " but whoever read it can sign as this gateway: replace the key if in doubt",
                ""));
      }
      try {
        return KeyFile.read(file);
      } catch (GarbledData damaged) {
        Path folder = Quarantine.moveAside(layout, List.of(file), now);
        findings.add(
            new Finding(
                "key-replaced",
                "the sealing key could not be read and was replaced: " + damaged.getMessage(),
                String.valueOf(folder.getFileName())));
      }
    }
    KeyFile.create(file);
    try {
      return KeyFile.read(file);
    } catch (GarbledData impossible) {
      throw new IOException("the sealing key just written cannot be read back", impossible);
    }
  }
}
