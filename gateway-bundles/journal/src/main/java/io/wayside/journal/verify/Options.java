// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.journal.seal.KeyFile;
import io.wayside.journal.seal.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param target a journal's folder, its database, or an export
 * @param key the only key that counts; empty when those in the journal are taken for granted
 */
record Options(Path target, Optional<SealingKey> key, boolean json, boolean everySignature) {

  static final String USAGE =
      """
      usage: wayside verify JOURNAL|EXPORT [--key FILE|HEX] [--every-signature] [--json]

        JOURNAL            folder of a journal, or its journal.db; it is not changed
        EXPORT             file that wayside export wrote: one JSON object per line
        --key FILE|HEX     public key the seals must be signed with: a PEM file, or the
                           X.509 form in hexadecimal; without it the keys named in the
                           journal itself are taken for granted
        --every-signature  check each signature, not only those that vouch for the others
        --json             the result as one JSON object

      exit status: 0 everything holds, 1 something does not, 2 wrong usage
      """;

  /** Wrong usage, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static Options parse(String... arguments) throws Wrong {
    @Nullable Path target = null;
    Optional<SealingKey> key = Optional.empty();
    boolean json = false;
    boolean every = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--every-signature" -> every = true;
        case "--key" -> {
          if (++i == arguments.length) {
            throw new Wrong("--key wants a file or hexadecimal digits after it");
          }
          key = Optional.of(key(arguments[i]));
        }
        default -> {
          if (arguments[i].startsWith("-") || target != null) {
            throw new Wrong("\"" + arguments[i] + "\" is not expected");
          }
          target = Path.of(arguments[i]);
        }
      }
    }
    if (target == null) {
      throw new Wrong("a journal or an export is wanted");
    }
    if (!Files.exists(target)) {
      throw new Wrong(target + " does not exist");
    }
    return new Options(target, key, json, every);
  }

  private static SealingKey key(String text) throws Wrong {
    try {
      if (text.matches("([0-9a-fA-F]{2}){32,}")) {
        return SealingKey.of(HexFormat.of().parseHex(text));
      }
      return KeyFile.readPublic(Path.of(text));
    } catch (IOException | GarbledData unusable) {
      throw new Wrong("--key " + text + ": " + unusable.getMessage());
    }
  }
}
