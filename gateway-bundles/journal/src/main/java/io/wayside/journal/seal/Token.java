// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A key on a PKCS#11 token: a smart card, a security module, a TPM behind its PKCS#11 library.
 *
 * @param library the vendor's library
 * @param slot id of the slot; negative for the first slot there is
 * @param keyLabel label of private key and certificate
 * @param pinFile file whose first line is the PIN; empty when the token asks for none
 */
public record Token(Path library, long slot, String keyLabel, Optional<Path> pinFile) {

  @Override
  public String toString() {
    return "key \""
        + keyLabel
        + "\" "
        + (slot < 0 ? "" : "in slot " + slot + " ")
        + "of "
        + library;
  }
}
